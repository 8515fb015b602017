import type { StoredFile } from '@diemcau/contracts/meetings/files';
import { Button, CloseButton, Input } from '@mantine/core';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { Trouble } from '../../../admin/parts/Trouble';
import { FileLink } from './FileLink';
import classes from './files.module.css';
import { useTexts } from './texts';
import { uploadFile } from './upload';

interface Props {
  readonly label: string;
  readonly value: StoredFile | null;
  readonly onChange: (file: StoredFile | null) => void;
}

/** One document, sent as soon as it is chosen. */
export function DocumentField({ label, value, onChange }: Props) {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const send = useMutation({ mutationFn: (file: File) => uploadFile('document', file), onSuccess: onChange });
  return (
    <Input.Wrapper label={label} labelElement="div">
      <div className={classes.picks}>
        {value && <FileLink file={value} />}
        {value && (
          <CloseButton aria-label={t('removeFile', { name: value.name })} onClick={() => onChange(null)} />
        )}
        <Button
          variant="default"
          size="sm"
          loading={send.isPending}
          leftSection={<IconPaperclip size={18} aria-hidden="true" />}
          onClick={() => input.current?.click()}
        >
          {t('pickDocument')}
        </Button>
        <span className={classes.hint}>{t('documentHint')}</span>
        <input
          ref={input}
          type="file"
          accept=".pdf,.docx,.xlsx,image/jpeg,image/png"
          hidden
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) send.mutate(file);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <Trouble error={send.error} />
    </Input.Wrapper>
  );
}
