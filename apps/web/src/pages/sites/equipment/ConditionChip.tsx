import type { SiteDevice, DeviceCondition } from '@diemcau/contracts/meetings/equipment';
import IconTool from '@tabler/icons-react/dist/esm/icons/IconTool.mjs';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

const tones: Readonly<Record<DeviceCondition, Tone>> = {
  new: 'good',
  good: 'good',
  worn: 'warning',
  broken: 'bad',
};

export const conditions = Object.keys(tones) as DeviceCondition[];

type Shown = Pick<SiteDevice, 'condition' | 'state'> & Partial<Pick<SiteDevice, 'openTasks'>>;

/** What the register says it is like, and whether somebody reported it since. */
export function ConditionChip({ of: { condition, state, openTasks = 0 } }: { of: Shown }) {
  const t = useTexts();
  if (state === 'retired') return <StateChip tone="neutral">{t('retired')}</StateChip>;
  return (
    <span>
      <StateChip tone={tones[condition]}>{t(`condition_${condition}`)}</StateChip>{' '}
      {openTasks > 0 && (
        <StateChip tone="warning" icon={IconTool}>
          {t('reported')}
        </StateChip>
      )}
    </span>
  );
}
