import type { PlanState } from '@diemcau/contracts/meetings/vocabulary';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

const tones: Record<PlanState, Tone> = {
  draft: 'neutral',
  submitted: 'waiting',
  approved: 'good',
  superseded: 'neutral',
};

export function PlanStateChip({ state }: { state: PlanState }) {
  const t = useTexts();
  return <StateChip tone={tones[state]}>{t(`state_${state}`)}</StateChip>;
}
