import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import * as queries from './queries';
import { useTexts } from './texts';

const acts = {
  reject: queries.rejectMeeting,
  postpone: queries.postponeMeeting,
  cancel: queries.cancelMeeting,
  abort: queries.abortMeeting,
} as const;
export type WithReason = keyof typeof acts | 'report' | 'correct';
const labels = {
  reject: 'whyReject',
  postpone: 'why',
  cancel: 'why',
  abort: 'whyAbort',
  correct: 'correctText',
} as const;

interface Props {
  readonly meeting: Occurrence;
  readonly action: WithReason;
  readonly onClose: () => void;
}

/** A step that needs words, or a second look. */
export function ReasonDialog({ meeting, action, onClose }: Props) {
  const t = useTexts();
  const [text, setText] = useState('');
  const { id: occurrenceId, version } = meeting;
  const act = useAct(
    (words: string) => {
      if (action === 'report') return queries.reportMeeting({ occurrenceId, version });
      if (action === 'correct') return queries.correctMeeting({ occurrenceId, text: words });
      return acts[action]({ occurrenceId, version, reason: words });
    },
    { changes: [queries.meetingsKey], done: t(`done_${action}`), after: onClose },
  );
  return (
    <Dialog
      opened
      title={t(action)}
      act={t(action)}
      onAct={() => act.mutate(text.trim())}
      onClose={onClose}
      busy={act.isPending}
      ready={action === 'report' || text.trim() !== ''}
      error={act.error}
      danger={action === 'cancel' || action === 'abort'}
    >
      {action === 'report' ? (
        <p>{t('reportWarn')}</p>
      ) : (
        <Textarea
          label={t(labels[action])}
          value={text}
          maxLength={action === 'correct' ? 2000 : 500}
          autosize
          minRows={3}
          required
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
    </Dialog>
  );
}
