import type { StoredFile } from '@diemcau/contracts/meetings/files';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { fetchFile } from './upload';
import classes from './files.module.css';
import { useTexts } from './texts';

interface PictureProps {
  readonly fileId: string;
  readonly alt: string;
  readonly className?: string | undefined;
}

/** As large as its place. The bytes need the caller's token: an address alone would not do. */
export function Picture({ fileId, alt, className }: PictureProps) {
  const t = useTexts();
  const { data, isError } = useQuery({
    queryKey: ['work', 'files', fileId],
    queryFn: () => fetchFile(fileId),
    staleTime: Infinity,
  });
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (!image || !data) return;
      const url = URL.createObjectURL(data);
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [data],
  );
  if (!data) return <span>{t(isError ? 'broken' : 'loading')}</span>;
  return <img ref={show} alt={alt} className={className} />;
}

/** Small; pressed, it is shown whole. */
export function Photo({ file }: { file: StoredFile }) {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button
        type="button"
        className={classes.thumb}
        aria-label={t('openPhoto', { name: file.name })}
        onClick={() => setOpened(true)}
      >
        <Picture fileId={file.id} alt="" />
      </button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={file.name} size="xl" centered>
        <Picture fileId={file.id} alt={file.name} className={classes.whole} />
      </Modal>
    </>
  );
}
