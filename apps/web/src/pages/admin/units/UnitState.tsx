import type { UnitState as State } from '@diemcau/contracts/identity/units';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import { StateChip } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

export function UnitState({ state }: { state: State }) {
  const t = useTexts();
  switch (state) {
    case 'active':
      return <StateChip tone="good">{t('active')}</StateChip>;
    case 'planned':
      return <StateChip tone="waiting">{t('planned')}</StateChip>;
    case 'closed':
      return (
        <StateChip tone="neutral" icon={IconArchive}>
          {t('closed')}
        </StateChip>
      );
  }
}
