import { Problem } from '@diemcau/client/problem';
import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { Alert, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { meetingsKey, startMeeting } from './queries';
import { useTexts } from './texts';

/** I14: sites without a passed check are named, and the chair, nobody else, says why it begins all the same. */
export function StartDialog({ meeting, onClose }: { meeting: Occurrence; onClose: () => void }) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const act = useAct(startMeeting, { changes: [meetingsKey], done: t('done_start'), after: onClose });
  const { siteIds: missing, mayOverride } = missingIn(act.error);
  const names = meeting.sites.filter(({ siteId }) => missing.includes(siteId)).map(({ name }) => name);
  const override = missing.length > 0 ? { reason: reason.trim() } : null;
  return (
    <Dialog
      opened
      title={t('start')}
      act={t(missing.length > 0 ? 'startAnyway' : 'start')}
      onAct={() => act.mutate({ occurrenceId: meeting.id, version: meeting.version, override })}
      onClose={onClose}
      busy={act.isPending}
      ready={missing.length === 0 || (mayOverride && reason.trim() !== '')}
      error={missing.length > 0 ? null : act.error}
      danger={missing.length > 0}
    >
      <p>{meeting.title}</p>
      {missing.length > 0 && (
        <>
          <Alert color="yellow" role="alert" title={t('overrideTitle', { n: missing.length })}>
            {names.join(', ')}
          </Alert>
          {mayOverride ? (
            <Textarea
              label={t('overrideWhy')}
              value={reason}
              maxLength={500}
              autosize
              minRows={2}
              required
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : (
            <p>{t('overrideChair', { name: meeting.chair?.name ?? '' })}</p>
          )}
        </>
      )}
    </Dialog>
  );
}

function missingIn(error: unknown): { siteIds: readonly string[]; mayOverride: boolean } {
  if (!(error instanceof Problem) || error.code !== 'occurrences.checksMissing') {
    return { siteIds: [], mayOverride: false };
  }
  const { siteIds, mayOverride } = error.details;
  return {
    siteIds: Array.isArray(siteIds) ? siteIds.filter((id) => typeof id === 'string') : [],
    mayOverride: mayOverride === true,
  };
}
