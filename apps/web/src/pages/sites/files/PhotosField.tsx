import type { FilePurpose, StoredFile } from '@diemcau/contracts/meetings/files';
import { Button, CloseButton, Input } from '@mantine/core';
import IconCamera from '@tabler/icons-react/dist/esm/icons/IconCamera.mjs';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { Trouble } from '../../../admin/parts/Trouble';
import classes from './files.module.css';
import { Photo } from './Photo';
import { useTexts } from './texts';
import { uploadFile } from './upload';

const kinds = 'image/jpeg,image/png,image/webp';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly value: readonly StoredFile[];
  readonly onChange: (photos: StoredFile[]) => void;
  readonly max?: number;
  readonly purpose?: FilePurpose;
}

/** Photos sent at once, as they are taken: a phone opens its camera. */
export function PhotosField({ label, description, value, onChange, max = 10, purpose = 'photo' }: Props) {
  const t = useTexts();
  const [camera, gallery] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const send = useMutation({
    mutationFn: (files: readonly File[]) => Promise.all(files.map((file) => uploadFile(purpose, file))),
    onSuccess: (sent) => onChange([...value, ...sent].slice(-max)),
  });
  const taken = (input: HTMLInputElement) => {
    send.mutate([...(input.files ?? [])].slice(0, max));
    // The same file once more is a change too.
    input.value = '';
  };
  return (
    <Input.Wrapper label={label} description={description} labelElement="div">
      {value.length > 0 && (
        <ul className={classes.photos}>
          {value.map((file) => (
            <li key={file.id}>
              <Photo file={file} />
              <CloseButton
                className={classes.remove}
                size="md"
                aria-label={t('removeFile', { name: file.name })}
                onClick={() => onChange(value.filter(({ id }) => id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={classes.picks} style={{ marginTop: '0.4rem' }}>
        <Button
          variant="default"
          size="sm"
          loading={send.isPending}
          leftSection={<IconCamera size={18} aria-hidden="true" />}
          onClick={() => camera.current?.click()}
        >
          {t('takePhoto')}
        </Button>
        <Button
          variant="default"
          size="sm"
          disabled={send.isPending}
          leftSection={<IconPhoto size={18} aria-hidden="true" />}
          onClick={() => gallery.current?.click()}
        >
          {t('pickPhoto')}
        </Button>
        <input
          ref={camera}
          type="file"
          accept={kinds}
          capture="environment"
          hidden
          onChange={(event) => taken(event.currentTarget)}
        />
        <input
          ref={gallery}
          type="file"
          accept={kinds}
          multiple={max > 1}
          hidden
          onChange={(event) => taken(event.currentTarget)}
        />
      </div>
      <Trouble error={send.error} />
    </Input.Wrapper>
  );
}
