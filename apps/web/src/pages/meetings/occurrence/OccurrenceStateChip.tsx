import type { OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';
import IconBroadcast from '@tabler/icons-react/dist/esm/icons/IconBroadcast.mjs';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { useMeetingWords } from './words';

const tones: Readonly<Record<OccurrenceState, Tone>> = {
  draft: 'neutral',
  pendingApproval: 'waiting',
  rejected: 'bad',
  scheduled: 'good',
  postponed: 'warning',
  checking: 'good',
  live: 'good',
  paused: 'warning',
  ended: 'neutral',
  reported: 'neutral',
  cancelled: 'bad',
  aborted: 'bad',
};

interface Props {
  readonly of: { readonly state: OccurrenceState; readonly conflicted?: boolean };
}

/** A clash says more than the draft that it made of the meeting. */
export function OccurrenceStateChip({ of: { state, conflicted = false } }: Props) {
  const t = useMeetingWords();
  if (conflicted) return <StateChip tone="warning">{t('conflicted')}</StateChip>;
  return (
    <StateChip tone={tones[state]} {...(state === 'live' && { icon: IconBroadcast })}>
      {t(`state_${state}`)}
    </StateChip>
  );
}
