import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import type { OccurrenceAction } from '@diemcau/contracts/meetings/occurrences-parts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { useMay } from '../../../admin/permissions';
import { ChangeDialog } from './ChangeDialog';
import classes from './occurrence.module.css';
import * as queries from './queries';
import { ReasonDialog, type WithReason } from './ReasonDialog';
import { StartDialog } from './StartDialog';
import { TakeBackDialog } from './TakeBackDialog';
import { TakenTrouble } from './TakenTrouble';
import { mayTakeBack } from './taking-back';
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
type Shown = OccurrenceAction | 'takeBack';
const isPlain = (action: Shown): action is Plain => action in plain;

const own: ReadonlySet<Shown> = new Set(['start', 'change', 'reschedule', 'takeBack']);
/** What has neither a dialog of its own nor goes without one. */
const needsWords = (action: Shown): action is WithReason => !own.has(action) && !isPlain(action);

/** The way forward; what ends or hinders it stands beside. */
const forward = new Set<Shown>(['submit', 'approve', 'schedule', 'start', 'resume', 'reschedule']);

/** What the caller may do with the meeting now; the server says what that is. */
export function StepButtons({ meeting }: { meeting: Occurrence }) {
  const t = useTexts();
  const may = useMay();
  const [open, setOpen] = useState<Shown | null>(null);
  const close = () => setOpen(null);
  const step = useAct(
    (action: Plain) => plain[action]({ occurrenceId: meeting.id, version: meeting.version }),
    { changes: [queries.meetingsKey] },
  );
  // Who needs to know first what is missing is told on the page.
  const shown: Shown[] = meeting.actions.filter(
    (action) => !(action === 'schedule' && meeting.missing.length > 0),
  );
  if (mayTakeBack(meeting, may('meetings.request'))) shown.push('takeBack');
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
      {open === 'takeBack' && <TakeBackDialog meeting={meeting} onClose={close} />}
      {open !== null && needsWords(open) && <ReasonDialog meeting={meeting} action={open} onClose={close} />}
      <TakenTrouble error={step.error} />
    </div>
  );
}
