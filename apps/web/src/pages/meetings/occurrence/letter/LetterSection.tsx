import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { Button, Skeleton } from '@mantine/core';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../../../admin/dates/format';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import { FileLink } from '../../../sites/files/FileLink';
import classes from '../occurrence.module.css';
import { LetterDialog } from './LetterDialog';
import { fileQuery } from './queries';
import { useTexts } from './texts';

/** The official letter that the meeting rests on: number, date, the paper itself (HB-8.1). */
export function LetterSection({ meeting }: { meeting: Occurrence }) {
  const t = useTexts();
  const [writing, setWriting] = useState(false);
  const { dispatch } = meeting;
  const file = useQuery(fileQuery(dispatch?.fileId ?? null));
  const write = meeting.actions.includes('change') && (
    <Button
      variant="default"
      leftSection={<IconPencil size={18} aria-hidden="true" />}
      // The dialog begins with the file there is.
      disabled={file.isLoading}
      onClick={() => setWriting(true)}
    >
      {t(dispatch ? 'change' : 'write')}
    </Button>
  );
  return (
    <Section title={t('letter')} actions={write}>
      {dispatch === null ? (
        <p className={classes.soft}>{t('none')}</p>
      ) : (
        <div className={classes.letter}>
          <strong>{t('of', { number: dispatch.number, date: formatDay(dispatch.date) })}</strong>
          {dispatch.fileId === null && <span className={classes.soft}>{t('noFile')}</span>}
          {file.isLoading && <Skeleton height={28} width={160} />}
          {file.data && <FileLink file={file.data} />}
          <Trouble error={file.error} onRetry={file.refetch} />
        </div>
      )}
      {writing && (
        <LetterDialog meeting={meeting} file={file.data ?? null} onClose={() => setWriting(false)} />
      )}
    </Section>
  );
}
