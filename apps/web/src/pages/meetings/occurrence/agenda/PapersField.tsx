import type { StoredFile } from '@diemcau/contracts/meetings/files';
import { Button, CloseButton, Input } from '@mantine/core';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { Trouble } from '../../../../admin/parts/Trouble';
import { FileLink } from '../../../sites/files/FileLink';
import { useTexts as useFileTexts } from '../../../sites/files/texts';
import { uploadFile } from '../../../sites/files/upload';
import classes from '../occurrence.module.css';
import { useTexts } from './texts';

const most = 20;

interface Props {
  readonly label: string;
  readonly value: readonly StoredFile[];
  readonly onChange: (files: StoredFile[]) => void;
}

/** Several documents, sent as soon as they are chosen. */
export function PapersField({ label, value, onChange }: Props) {
  const t = useTexts();
  const f = useFileTexts();
  const input = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const sent: StoredFile[] = [];
      // One after the other: a slow line carries one file at its best. What arrived stays if a later one is refused.
      for (const file of files) {
        sent.push(await uploadFile('document', file));
        onChange([...value, ...sent]);
      }
    },
  });
  return (
    <Input.Wrapper label={label} labelElement="div">
      {value.length > 0 && (
        <ul className={classes.files} aria-label={label}>
          {value.map((file) => (
            <li key={file.id}>
              <FileLink file={file} />
              <CloseButton
                aria-label={f('removeFile', { name: file.name })}
                onClick={() => onChange(value.filter(({ id }) => id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={classes.acts}>
        <Button
          variant="default"
          size="sm"
          loading={send.isPending}
          disabled={value.length >= most}
          leftSection={<IconPaperclip size={18} aria-hidden="true" />}
          onClick={() => input.current?.click()}
        >
          {t('pickPapers')}
        </Button>
        <span className={classes.soft}>{f('documentHint')}</span>
        <input
          ref={input}
          type="file"
          multiple
          accept=".pdf,.docx,.xlsx,image/jpeg,image/png"
          hidden
          onChange={(event) => {
            send.mutate([...(event.currentTarget.files ?? [])].slice(0, most - value.length));
            event.currentTarget.value = '';
          }}
        />
      </div>
      <Trouble error={send.error} />
    </Input.Wrapper>
  );
}
