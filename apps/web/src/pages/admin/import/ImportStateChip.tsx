import type { ImportState } from '@diemcau/contracts/identity/imports';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

const tones: Record<ImportState, Tone> = {
  uploading: 'waiting',
  uploaded: 'waiting',
  reading: 'waiting',
  ready: 'warning',
  running: 'waiting',
  done: 'good',
  failed: 'bad',
  cancelled: 'neutral',
};

export function ImportStateChip({ state }: { state: ImportState }) {
  const t = useTexts();
  return <StateChip tone={tones[state]}>{t(`state_${state}`)}</StateChip>;
}
