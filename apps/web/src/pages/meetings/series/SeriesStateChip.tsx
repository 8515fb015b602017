import type { SeriesState } from '@diemcau/contracts/meetings/vocabulary';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

const tones: Record<SeriesState, Tone> = { draft: 'waiting', active: 'good', ended: 'neutral' };

export function SeriesStateChip({ state }: { readonly state: SeriesState }) {
  const t = useTexts();
  return <StateChip tone={tones[state]}>{t(`state_${state}`)}</StateChip>;
}
