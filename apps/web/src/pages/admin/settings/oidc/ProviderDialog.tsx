import type { LinkingRule, OidcProvider } from '@diemcau/contracts/identity/oidc';
import { PasswordInput, Radio, Stack, Switch, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import { useState } from 'react';
import { useFaults } from '../../../../admin/forms/faults';
import { useAct } from '../../../../admin/forms/use-act';
import { useReadVersion } from '../../../../admin/forms/use-read-version';
import { Dialog } from '../../../../admin/parts/Dialog';
import { useTexts } from '../texts';
import { addProvider, changeProvider, providersKey } from './queries';

const linkingRules = ['explicit', 'verifiedEmail'] as const satisfies readonly LinkingRule[];

/** A new provider, or another secret, name or rule of one. */
export function ProviderDialog({
  provider,
  onClose,
}: {
  provider: OidcProvider | null;
  onClose: () => void;
}) {
  const t = useTexts();
  const [issuer, setIssuer] = useState(provider?.issuer ?? 'https://');
  const [clientId, setClientId] = useState(provider?.clientId ?? '');
  const [clientSecret, setClientSecret] = useState('');
  const [nameVi, setNameVi] = useState(provider?.nameVi ?? '');
  const [nameEn, setNameEn] = useState(provider?.nameEn ?? '');
  const [linking, setLinking] = useState<LinkingRule>(provider?.linking ?? 'explicit');
  const [enabled, setEnabled] = useState(provider?.enabled ?? true);
  const shared = {
    clientId: clientId.trim(),
    nameVi: nameVi.trim(),
    nameEn: nameEn.trim(),
    linking,
    enabled,
  };
  const save = useAct(
    (version: number) =>
      provider
        ? changeProvider({
            providerId: provider.id,
            version,
            ...shared,
            ...(clientSecret !== '' && { clientSecret }),
          })
        : addProvider({ issuer: issuer.trim(), clientSecret, ...shared }),
    { done: t('oidcSaved'), changes: [providersKey], after: onClose },
  );
  const version = useReadVersion(provider?.version ?? 0, save.error);
  const faultOf = useFaults(save.error);
  const named = shared.nameVi !== '' && shared.nameEn !== '' && shared.clientId !== '';
  return (
    <Dialog
      opened
      title={t(provider ? 'oidcChange' : 'oidcAdd')}
      act={t('save')}
      ready={named && (provider !== null || (clientSecret !== '' && issuer.length > 8))}
      onAct={() => save.mutate(version)}
      busy={save.isPending}
      error={save.error}
      onClose={onClose}
      width={620}
    >
      {!provider && (
        <TextInput
          label={t('oidcIssuer')}
          description={t('oidcIssuerHint')}
          type="url"
          value={issuer}
          maxLength={300}
          error={faultOf('issuer')}
          onChange={(event) => setIssuer(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={t('oidcClientId')}
        value={clientId}
        maxLength={300}
        error={faultOf('clientId')}
        onChange={(event) => setClientId(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('oidcSecret')}
        {...(provider && { description: t('oidcSecretKept') })}
        value={clientSecret}
        maxLength={500}
        autoComplete="off"
        error={faultOf('clientSecret')}
        visibilityToggleButtonProps={{ 'aria-label': t('showSecret') }}
        onChange={(event) => setClientSecret(event.currentTarget.value)}
      />
      <TextInput
        label={t('oidcNameVi')}
        value={nameVi}
        maxLength={60}
        onChange={(event) => setNameVi(event.currentTarget.value)}
      />
      <TextInput
        label={t('oidcNameEn')}
        value={nameEn}
        maxLength={60}
        onChange={(event) => setNameEn(event.currentTarget.value)}
      />
      <Radio.Group
        label={t('oidcLinking')}
        value={linking}
        onChange={(chosen) => setLinking(linkingRules.find((one) => one === chosen) ?? 'explicit')}
      >
        <Stack gap="xs" mt={6}>
          {linkingRules.map((rule) => (
            <Radio
              key={rule}
              value={rule}
              label={t(`linking_${rule}`)}
              description={t(`linkingText_${rule}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Switch
        label={t('oidcEnabled')}
        checked={enabled}
        onChange={(event) => setEnabled(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
