import type { RowOutcome } from '@diemcau/contracts/identity/imports';
import { StateChip, type Tone } from '../../../../admin/parts/StateChip';
import { useTexts } from '../texts';
import { outcomeIcons } from './Counts';

const tones: Record<RowOutcome, Tone> = {
  create: 'good',
  change: 'waiting',
  unchanged: 'neutral',
  error: 'bad',
};

export function RowOutcomeChip({ outcome }: { outcome: RowOutcome }) {
  const t = useTexts();
  return (
    <StateChip tone={tones[outcome]} icon={outcomeIcons[outcome]}>
      {t(`outcome_${outcome}`)}
    </StateChip>
  );
}
