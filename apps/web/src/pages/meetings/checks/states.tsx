import type { CampaignState, CheckState } from '@diemcau/contracts/meetings/checks';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

const ofCheck = {
  pending: ['waiting', 'silent'],
  running: ['waiting', 'running'],
  pass: ['good', 'green'],
  fail: ['bad', 'red'],
  retest: ['warning', 'retest'],
} as const satisfies Record<CheckState, readonly [Tone, string]>;
const ofCampaign = { none: 'neutral', open: 'waiting', closed: 'neutral' } as const satisfies Record<
  CampaignState,
  Tone
>;

export function CheckChip({ state }: { state: CheckState }) {
  const t = useTexts();
  const [tone, words] = ofCheck[state];
  return <StateChip tone={tone}>{t(words)}</StateChip>;
}

export function CampaignChip({ state }: { state: CampaignState }) {
  const t = useTexts();
  return <StateChip tone={ofCampaign[state]}>{t(state)}</StateChip>;
}
