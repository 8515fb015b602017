import type { UserState as State } from '@diemcau/contracts/identity/user-views';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconUserOff from '@tabler/icons-react/dist/esm/icons/IconUserOff.mjs';
import { StateChip } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

export function UserState({ state }: { state: State }) {
  const t = useTexts();
  switch (state) {
    case 'active':
      return <StateChip tone="good">{t('active')}</StateChip>;
    case 'invited':
      return (
        <StateChip tone="waiting" icon={IconMail}>
          {t('invited')}
        </StateChip>
      );
    case 'locked':
      return (
        <StateChip tone="bad" icon={IconLock}>
          {t('locked')}
        </StateChip>
      );
    case 'disabled':
      return (
        <StateChip tone="neutral" icon={IconUserOff}>
          {t('disabled')}
        </StateChip>
      );
  }
}
