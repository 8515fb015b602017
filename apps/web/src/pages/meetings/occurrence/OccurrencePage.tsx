import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { Button, Skeleton } from '@mantine/core';
import IconDoorEnter from '@tabler/icons-react/dist/esm/icons/IconDoorEnter.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Back } from '../../../admin/parts/Back';
import { PageHead } from '../../../admin/parts/PageHead';
import { ProblemNote } from '../../../parts/ProblemNote';
import { OccurrenceInvitations } from '../invitations/OccurrenceInvitations';
import { timeSpan } from '../invitations/time-span';
import { AttendancePanel } from '../attendance/AttendancePanel';
import { EventOf } from '../../trainings/EventOf';
import { ChecksOfMeeting } from '../checks/ChecksOfMeeting';
import { AboutSection } from './AboutSection';
import { AgendaSection } from './agenda/AgendaSection';
import { agendaQuery } from './agenda/queries';
import { ChecklistSection } from './checklist/ChecklistSection';
import { LetterSection } from './letter/LetterSection';
import { MeetingNotes } from './MeetingNotes';
import classes from './occurrence.module.css';
import { OccurrenceStateChip } from './OccurrenceStateChip';
import { meetingQuery } from './queries';
import { RemindersSection } from './reminders/RemindersSection';
import { ScoresSection } from './ScoresSection';
import { SitesSection } from './SitesSection';
import { StepButtons } from './StepButtons';
import { useTexts } from './texts';

/** `/work/meetings/$occurrenceId`: everything about one meeting, and what one may do with it now. */
export function OccurrencePage() {
  const { occurrenceId } = useParams({ from: '/work/meetings/$occurrenceId' });
  const { data: meeting, error, refetch } = useQuery(meetingQuery(occurrenceId));
  if (error && !meeting) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!meeting) return <Skeleton height={360} radius="lg" aria-hidden="true" />;
  return <Shown meeting={meeting} />;
}

/** Its sites are checked, or were, against its online room. */
const held: ReadonlySet<string> = new Set(['scheduled', 'checking', 'live', 'paused', 'ended', 'reported']);
/** From going live on it is known who was there. */
const begun: ReadonlySet<string> = new Set(['live', 'paused', 'ended', 'reported', 'aborted']);

function Shown({ meeting }: { meeting: Occurrence }) {
  const t = useTexts();
  // Holds meetings.write over it, in whatever state it is.
  const { data: agenda } = useQuery(agendaQuery(meeting.id));
  const mayInvite = meeting.actions.includes('cancel');
  return (
    <>
      <Back>
        <Link to="/work/calendar">{t('calendar')}</Link>
      </Back>
      <PageHead
        title={meeting.title}
        lead={
          <>
            {timeSpan(meeting.startsAt, meeting.endsAt)} · <OccurrenceStateChip of={meeting} />
          </>
        }
      >
        {meeting.room && meeting.openedAt !== null && (
          <Button
            variant="light"
            leftSection={<IconDoorEnter size={18} aria-hidden="true" />}
            renderRoot={(props) => (
              <Link {...props} to="/r/$slug" params={{ slug: meeting.room?.slug ?? '' }} />
            )}
          >
            {t('enterRoom')}
          </Button>
        )}
        <StepButtons meeting={meeting} />
      </PageHead>
      <MeetingNotes meeting={meeting} />
      <div className={classes.columns}>
        <div>
          <AboutSection meeting={meeting} />
          <LetterSection meeting={meeting} />
          <AgendaSection meeting={meeting} />
          {meeting.kind === 'training' && (
            <EventOf occurrenceId={meeting.id} title={meeting.title} sites={meeting.sites} />
          )}
          {meeting.scored && <ScoresSection occurrenceId={meeting.id} />}
        </div>
        <div className={classes.beside}>
          <ChecklistSection meeting={meeting} />
          {meeting.room && held.has(meeting.state) && <ChecksOfMeeting occurrenceId={meeting.id} />}
          <SitesSection meeting={meeting} />
          {agenda?.changeable && <RemindersSection occurrenceId={meeting.id} />}
        </div>
        <OccurrenceInvitations occurrenceId={meeting.id} mayInvite={mayInvite} />
      </div>
      {begun.has(meeting.state) && <AttendancePanel occurrenceId={meeting.id} />}
    </>
  );
}
