import type { TrainingSession } from '@diemcau/contracts/meetings/trainings';
import type { Registration } from '@diemcau/contracts/meetings/trainings-people';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../admin/dates/format';
import { useAct } from '../../admin/forms/use-act';
import { Dialog } from '../../admin/parts/Dialog';
import { markAttendance, trainingsKey } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly trainingId: string;
  readonly session: TrainingSession;
  readonly people: readonly Registration[];
  readonly onClose: () => void;
}

/** Who was there in one session. Who holds a certificate is no longer changed. */
export function MarkDialog({ trainingId, session, people, onClose }: Props) {
  const t = useTexts();
  const { occurrenceId, title, startsAt } = session;
  const open = people.filter(({ certificateNumber }) => certificateNumber === null);
  const [present, setPresent] = useState<ReadonlySet<string>>(
    new Set(open.filter(({ attended }) => attended.includes(occurrenceId)).map(({ userId }) => userId)),
  );
  const save = useAct(markAttendance, { done: t('marked'), changes: [trainingsKey], after: onClose });
  const put = (userId: string, there: boolean) =>
    setPresent(new Set([...present].filter((one) => one !== userId).concat(there ? [userId] : [])));
  return (
    <Dialog
      opened
      title={t('marking', { title, at: formatInstant(startsAt) })}
      act={t('save')}
      busy={save.isPending}
      error={save.error}
      onClose={onClose}
      onAct={() =>
        save.mutate({
          trainingId,
          occurrenceId,
          marks: open.map(({ userId }) => ({ userId, present: present.has(userId) })),
        })
      }
    >
      <p>{t('markHint')}</p>
      {open.map(({ userId, name, unitName }) => (
        <Checkbox
          key={userId}
          label={name}
          description={unitName}
          checked={present.has(userId)}
          onChange={(event) => put(userId, event.currentTarget.checked)}
        />
      ))}
    </Dialog>
  );
}
