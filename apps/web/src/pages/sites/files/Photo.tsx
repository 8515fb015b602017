import type { StoredFile } from '@diemcau/contracts/meetings/files';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchFile } from './upload';
import classes from './files.module.css';
import { useTexts } from './texts';

/** The picture's bytes need the caller's token, so an address alone would not do. */
function usePicture(fileId: string): { url: string | null; broken: boolean } {
  const { data, isError } = useQuery({
    queryKey: ['work', 'files', fileId],
    queryFn: () => fetchFile(fileId),
    staleTime: Infinity,
  });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return { url, broken: isError };
}

/** Small; pressed, it is shown whole. */
export function Photo({ file }: { file: StoredFile }) {
  const t = useTexts();
  const { url, broken } = usePicture(file.id);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button
        type="button"
        className={classes.thumb}
        aria-label={t('openPhoto', { name: file.name })}
        onClick={() => setOpened(true)}
      >
        {url ? <img src={url} alt="" /> : t(broken ? 'broken' : 'loading')}
      </button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={file.name} size="xl" centered>
        {url && <img className={classes.whole} src={url} alt={file.name} />}
      </Modal>
    </>
  );
}

/** A picture in its place, as large as it may be. */
export function Picture({ fileId, alt, className }: { fileId: string; alt: string; className?: string }) {
  const { url } = usePicture(fileId);
  return url ? <img src={url} alt={alt} className={className} /> : null;
}
