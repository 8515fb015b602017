import type { ReportState } from '@diemcau/contracts/meetings/reports';
import { StateChip, type Tone } from '../../admin/parts/StateChip';
import { useTexts } from './texts';

const tones: Readonly<Record<ReportState, Tone>> = {
  draft: 'waiting',
  submitted: 'waiting',
  returned: 'warning',
  accepted: 'good',
  published: 'good',
};
export const reportStates = Object.keys(tones) as ReportState[];

export function ReportStateChip({ state }: { state: ReportState | null }) {
  const t = useTexts();
  if (state === null) return <StateChip tone="neutral">{t('notBegun')}</StateChip>;
  return <StateChip tone={tones[state]}>{t(`state_${state}`)}</StateChip>;
}
