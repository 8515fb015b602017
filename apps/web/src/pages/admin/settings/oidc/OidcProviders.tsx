import type { OidcProvider } from '@diemcau/contracts/identity/oidc';
import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Facts } from '../../../../admin/parts/Facts';
import { Section } from '../../../../admin/parts/Section';
import { StateChip } from '../../../../admin/parts/StateChip';
import { Trouble } from '../../../../admin/parts/Trouble';
import { currentLanguage } from '../../../../i18n/language';
import classes from '../settings.module.css';
import { useTexts } from '../texts';
import { ProviderDialog } from './ProviderDialog';
import { providersQuery } from './queries';
import { RemoveProviderDialog } from './RemoveProviderDialog';

/** Outside providers of sign-ins (OpenID Connect). */
export function OidcProviders({ mayChange }: { mayChange: boolean }) {
  const t = useTexts();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(providersQuery());
  return (
    <Section
      title={t('oidc')}
      actions={
        mayChange && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => setAdding(true)}
          >
            {t('oidcAdd')}
          </Button>
        )
      }
    >
      <p className={classes.soft}>{t('oidcText')}</p>
      <Trouble error={data ? null : error} onRetry={refetch} />
      {data?.items.length === 0 && <p className={classes.soft}>{t('oidcNone')}</p>}
      {data?.items.map((provider) => (
        <Provider key={provider.id} provider={provider} mayChange={mayChange} />
      ))}
      {adding && <ProviderDialog provider={null} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function Provider({ provider, mayChange }: { provider: OidcProvider; mayChange: boolean }) {
  const t = useTexts();
  const [dialog, setDialog] = useState<'change' | 'remove' | null>(null);
  const { nameVi, nameEn, issuer, clientId, linking, enabled, redirectUri } = provider;
  return (
    <div className={classes.provider}>
      <div className={classes.providerHead}>
        <b>{currentLanguage() === 'vi' ? nameVi : nameEn}</b>
        <StateChip tone={enabled ? 'good' : 'neutral'}>{t(enabled ? 'oidcOn' : 'oidcOff')}</StateChip>
        {mayChange && (
          <>
            <Button variant="subtle" size="compact-md" onClick={() => setDialog('change')}>
              {t('change')}
            </Button>
            <Button variant="subtle" size="compact-md" color="red.8" onClick={() => setDialog('remove')}>
              {t('remove')}
            </Button>
          </>
        )}
      </div>
      <Facts
        of={[
          [t('oidcIssuer'), issuer],
          [t('oidcClientId'), clientId],
          [t('oidcLinking'), t(`linking_${linking}`)],
          [t('oidcRedirect'), redirectUri],
        ]}
      />
      {dialog === 'change' && <ProviderDialog provider={provider} onClose={() => setDialog(null)} />}
      {dialog === 'remove' && <RemoveProviderDialog provider={provider} onClose={() => setDialog(null)} />}
    </div>
  );
}
