import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { goToUnreadable } from '../../../admin/dates/unreadable';
import { Unsaved } from '../../../admin/forms/Unsaved';
import { useAct } from '../../../admin/forms/use-act';
import { PageHead } from '../../../admin/parts/PageHead';
import { useAdmin } from '../../../admin/permissions';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { contentOf } from './meeting-draft';
import { MeetingFields } from './MeetingFields';
import { makeMeeting, meetingsKey } from './queries';
import { TakenTrouble } from './TakenTrouble';
import { useTexts } from './texts';
import { useNewMeeting } from './use-new-meeting';

/** `/work/meetings/new`: one meeting outside of any series. */
export function NewOccurrencePage() {
  const t = useTexts();
  const navigate = useNavigate();
  const { grants } = useAdmin();
  const [unitId, setUnitId] = useState<string | null>(grants[0]?.unitId ?? null);
  const { draft, setDraft, isWritten } = useNewMeeting();
  const act = useAct(makeMeeting, {
    changes: [meetingsKey],
    done: t('made'),
    after: ({ id }) =>
      void navigate({
        to: '/work/meetings/$occurrenceId',
        params: { occurrenceId: id },
        ignoreBlocker: true,
      }),
  });
  const content = contentOf(draft);
  return (
    <>
      <PageHead title={t('newTitle')} lead={t('newLead')} />
      <MeetingFields unitId={unitId} draft={draft} onChange={setDraft} isNew>
        <UnitPicker label={t('unit')} value={unitId} onChange={setUnitId} required />
      </MeetingFields>
      <Unsaved changed={isWritten} />
      <TakenTrouble error={act.error} />
      <Button
        mt="md"
        // Until one is elsewhere: a second click, a moment later, would make another.
        loading={act.isPending || act.isSuccess}
        disabled={content === null || unitId === null}
        onClick={() => {
          if (content && unitId !== null && !goToUnreadable()) act.mutate({ unitId, ...content });
        }}
      >
        {t('make')}
      </Button>
    </>
  );
}
