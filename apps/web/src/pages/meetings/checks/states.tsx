import type { CampaignState, CheckState } from '@diemcau/contracts/meetings/checks';
import type { DeviceTest } from '@diemcau/contracts/meetings/checks-test';
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

/** @param test the latest; one passed with something faulty or absent is passed with remarks */
export function CheckChip({ state, test = null }: { state: CheckState; test?: DeviceTest | null }) {
  const t = useTexts();
  const [tone, words] = ofCheck[state];
  if (state === 'pass' && test?.items.some(({ answer }) => answer !== 'ok')) {
    return <StateChip tone="warning">{t('remarks')}</StateChip>;
  }
  return <StateChip tone={tone}>{t(words)}</StateChip>;
}

export function CampaignChip({ state }: { state: CampaignState }) {
  const t = useTexts();
  return <StateChip tone={ofCampaign[state]}>{t(state)}</StateChip>;
}
