import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import type { ScoreSheet } from '@diemcau/contracts/meetings/scoring';
import type { OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Back } from '../../../admin/parts/Back';
import { PageHead } from '../../../admin/parts/PageHead';
import { useAdmin } from '../../../admin/permissions';
import { ProblemNote } from '../../../parts/ProblemNote';
import { timeSpan } from '../invitations/time-span';
import { OccurrenceStateChip } from '../occurrence/OccurrenceStateChip';
import { meetingQuery } from '../occurrence/queries';
import { GivingSection } from './giving/GivingSection';
import { sheetQuery } from './queries';
import { ResultsSection } from './results/ResultsSection';
import { SetupForm } from './setup/SetupForm';
import { SheetSummary } from './setup/SheetSummary';
import { useTexts } from './texts';

/** `/work/meetings/$occurrenceId/scores`: who scores whom by what, the own scores, the results (HB-2.1). */
export function ScoresPage() {
  const { occurrenceId } = useParams({ from: '/work/meetings/$occurrenceId/scores' });
  const meeting = useQuery(meetingQuery(occurrenceId));
  const sheet = useQuery(sheetQuery(occurrenceId));
  const error = (!meeting.data && meeting.error) || (!sheet.data && sheet.error);
  if (error) {
    return (
      <ProblemNote error={error} onRetry={() => void Promise.all([meeting.refetch(), sheet.refetch()])} />
    );
  }
  if (!meeting.data || !sheet.data) return <Skeleton height={360} radius="lg" aria-hidden="true" />;
  return <Shown meeting={meeting.data} sheet={sheet.data} />;
}

const begun: ReadonlySet<OccurrenceState> = new Set(['live', 'paused', 'ended', 'reported', 'aborted']);
const over: ReadonlySet<OccurrenceState> = new Set(['ended', 'reported', 'aborted']);

function Shown({ meeting, sheet }: { meeting: Occurrence; sheet: ScoreSheet }) {
  const t = useTexts();
  const me = useAdmin();
  const [editing, setEditing] = useState(false);
  const { state } = meeting;
  const isOfJury = sheet.jury.some(({ id }) => id === me.id);
  const closed = begun.has(state) ? t('over') : t('notYet');
  return (
    <>
      <Back>
        <Link to="/work/meetings/$occurrenceId" params={{ occurrenceId: meeting.id }}>
          {t('back')}
        </Link>
      </Back>
      <PageHead
        title={meeting.title}
        lead={
          <>
            {t('title')} · {timeSpan(meeting.startsAt, meeting.endsAt)} · <OccurrenceStateChip of={meeting} />
          </>
        }
      />
      {editing ? (
        <SetupForm sheet={sheet} begun={begun.has(state)} onDone={() => setEditing(false)} />
      ) : (
        <>
          {over.has(state) && <ResultsSection sheet={sheet} meeting={meeting} shown />}
          {isOfJury && <GivingSection sheet={sheet} jurorId={me.id} closed={sheet.scoring ? null : closed} />}
          <SheetSummary sheet={sheet} onEdit={() => setEditing(true)} />
          {!over.has(state) && <ResultsSection sheet={sheet} meeting={meeting} shown={false} />}
        </>
      )}
    </>
  );
}
