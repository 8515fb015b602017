import { limits } from '@diemcau/spreadsheets/read/limits';
import { Button } from '@mantine/core';
import IconFileUpload from '@tabler/icons-react/dist/esm/icons/IconFileUpload.mjs';
import { type DragEvent, useRef, useState } from 'react';
import { useTexts } from '../texts';
import classes from './start.module.css';

/** A file by dropping it, or by the button: the keyboard and phones have only that. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the button inside does the same
    <div
      className={classes.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={34} aria-hidden="true" />
      <p className={classes.dropText}>{t('drop')}</p>
      <Button onClick={() => input.current?.click()}>{t('chooseFile')}</Button>
      <p className={classes.limits}>
        {t('limits', { megabytes: limits.fileBytes / 1024 ** 2, rows: limits.rows })}
      </p>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv"
        hidden
        aria-label={t('chooseFile')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file may be chosen again after it was corrected.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
