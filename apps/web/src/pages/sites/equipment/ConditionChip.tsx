import type { SiteDevice, DeviceCondition } from '@diemcau/contracts/meetings/equipment';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

const tones: Readonly<Record<DeviceCondition, Tone>> = {
  new: 'good',
  good: 'good',
  worn: 'warning',
  broken: 'bad',
};

export const conditions = Object.keys(tones) as DeviceCondition[];

export function ConditionChip({ of: { condition, state } }: { of: Pick<SiteDevice, 'condition' | 'state'> }) {
  const t = useTexts();
  if (state === 'retired') return <StateChip tone="neutral">{t('retired')}</StateChip>;
  return <StateChip tone={tones[condition]}>{t(`condition_${condition}`)}</StateChip>;
}
