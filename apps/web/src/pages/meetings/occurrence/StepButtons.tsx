import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import type { OccurrenceAction } from '@diemcau/contracts/meetings/occurrences-parts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { ChangeDialog } from './ChangeDialog';
import classes from './occurrence.module.css';
import * as queries from './queries';
import { ReasonDialog } from './ReasonDialog';
import { StartDialog } from './StartDialog';
import { TakenTrouble } from './TakenTrouble';
import { TimeDialog } from './TimeDialog';
import { useTexts } from './texts';

/** What needs neither words nor a second look. */
const plain = {
  submit: queries.submitMeeting,
  approve: queries.approveMeeting,
  schedule: queries.scheduleMeeting,
  pause: queries.pauseMeeting,
  resume: queries.resumeMeeting,
  end: queries.endMeeting,
} as const;
type Plain = keyof typeof plain;
const isPlain = (action: OccurrenceAction): action is Plain => action in plain;

/** The way forward; what ends or hinders it stands beside. */
const forward = new Set<OccurrenceAction>(['submit', 'approve', 'schedule', 'start', 'resume', 'reschedule']);

/** What the caller may do with the meeting now; the server says what that is. */
export function StepButtons({ meeting }: { meeting: Occurrence }) {
  const t = useTexts();
  const [open, setOpen] = useState<OccurrenceAction | null>(null);
  const close = () => setOpen(null);
  const step = useAct(
    (action: Plain) => plain[action]({ occurrenceId: meeting.id, version: meeting.version }),
    { changes: [queries.meetingsKey] },
  );
  // Who needs to know first what is missing is told on the page.
  const shown = meeting.actions.filter((action) => !(action === 'schedule' && meeting.missing.length > 0));
  const ordered = [...shown].sort((a, b) => Number(forward.has(a)) - Number(forward.has(b)));
  return (
    <div className={classes.buttons}>
      {ordered.map((action) => (
        <Button
          key={action}
          variant={forward.has(action) ? 'filled' : 'default'}
          loading={step.isPending && step.variables === action}
          onClick={() => (isPlain(action) ? step.mutate(action) : setOpen(action))}
        >
          {t(action)}
        </Button>
      ))}
      {open === 'start' && <StartDialog meeting={meeting} onClose={close} />}
      {open === 'change' && <ChangeDialog meeting={meeting} onClose={close} />}
      {open === 'reschedule' && <TimeDialog meeting={meeting} onClose={close} />}
      {open !== null && open !== 'start' && open !== 'change' && open !== 'reschedule' && !isPlain(open) && (
        <ReasonDialog meeting={meeting} action={open} onClose={close} />
      )}
      <TakenTrouble error={step.error} />
    </div>
  );
}
