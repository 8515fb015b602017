import { body } from '@diemcau/client/rest';
import type { AskForMeeting } from '@diemcau/contracts/meetings/requests';
import { Button, Checkbox, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { goToUnreadable } from '../../../admin/dates/unreadable';
import { Unsaved } from '../../../admin/forms/Unsaved';
import { useAct } from '../../../admin/forms/use-act';
import { PageHead } from '../../../admin/parts/PageHead';
import { useAdmin } from '../../../admin/permissions';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { rest } from '../../../api/rest';
import { contentOf } from '../occurrence/meeting-draft';
import { MeetingFields } from '../occurrence/MeetingFields';
import classes from '../occurrence/occurrence.module.css';
import { meetingsKey } from '../occurrence/queries';
import { TakenTrouble } from '../occurrence/TakenTrouble';
import { useNewMeeting } from '../occurrence/use-new-meeting';
import { useTexts } from './texts';

const ask = (wanted: AskForMeeting) => body(rest.POST('/api/v1/meeting-requests', { body: wanted }));

/** `/work/requests/new` (HB-4.2, HB-7.2). */
export function NewRequestPage() {
  const t = useTexts();
  const navigate = useNavigate();
  const { grants } = useAdmin();
  const [unitId, setUnitId] = useState<string | null>(grants[0]?.unitId ?? null);
  const [reason, setReason] = useState('');
  const [urgent, setUrgent] = useState(false);
  const { draft, setDraft, isWritten } = useNewMeeting();
  const act = useAct(ask, {
    changes: [meetingsKey],
    done: t('sent'),
    after: ({ id }) =>
      void navigate({
        to: '/work/meetings/$occurrenceId',
        params: { occurrenceId: id },
        ignoreBlocker: true,
      }),
  });
  const content = contentOf(draft);
  const ready = content !== null && unitId !== null && reason.trim() !== '';
  return (
    <>
      <PageHead title={t('ask')} lead={t('newLead')} />
      <MeetingFields unitId={unitId} draft={draft} onChange={setDraft} isNew>
        <UnitPicker label={t('unit')} value={unitId} onChange={setUnitId} required />
        <Textarea
          className={classes.wide ?? ''}
          label={t('why')}
          value={reason}
          maxLength={500}
          autosize
          minRows={2}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Checkbox
          className={classes.wide ?? ''}
          label={t('urgent')}
          checked={urgent}
          onChange={(event) => setUrgent(event.currentTarget.checked)}
        />
      </MeetingFields>
      <Unsaved changed={isWritten || reason !== ''} />
      <TakenTrouble error={act.error} />
      <Button
        mt="md"
        // Until one is elsewhere: a second click, a moment later, would make another.
        loading={act.isPending || act.isSuccess}
        disabled={!ready}
        onClick={() => {
          if (content && unitId !== null && !goToUnreadable())
            act.mutate({ unitId, urgent, reason: reason.trim(), ...content });
        }}
      >
        {t('send')}
      </Button>
    </>
  );
}
