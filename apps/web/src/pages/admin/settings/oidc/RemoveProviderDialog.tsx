import type { OidcProvider } from '@diemcau/contracts/identity/oidc';
import { useAct } from '../../../../admin/forms/use-act';
import { ConfirmByTyping } from '../../../../admin/parts/ConfirmByTyping';
import { useTexts } from '../texts';
import { providersKey, removeProvider } from './queries';

export function RemoveProviderDialog({ provider, onClose }: { provider: OidcProvider; onClose: () => void }) {
  const t = useTexts();
  const remove = useAct(removeProvider, { done: t('oidcRemoved'), changes: [providersKey], after: onClose });
  return (
    <ConfirmByTyping
      opened
      title={t('oidcRemoveTitle')}
      word={provider.nameVi}
      act={t('remove')}
      onAct={() => remove.mutate(provider.id)}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
    >
      <p>{t('oidcRemoveText')}</p>
    </ConfirmByTyping>
  );
}
