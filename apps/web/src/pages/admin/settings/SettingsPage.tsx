import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PageHead } from '../../../admin/parts/PageHead';
import { Trouble } from '../../../admin/parts/Trouble';
import { useMay } from '../../../admin/permissions';
import { OidcProviders } from './oidc/OidcProviders';
import { settingsQuery } from './queries';
import { SettingsForm } from './SettingsForm';
import { useTexts } from './texts';

/** What a province decides for itself, with what holds unless it does. */
export function SettingsPage() {
  const t = useTexts();
  const may = useMay();
  const { data, error, refetch } = useQuery(settingsQuery());
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={480} radius="lg" aria-hidden="true" />}
      {data && <SettingsForm key={data.provinceId} settings={data} mayChange={may('settings.write')} />}
      <OidcProviders mayChange={may('settings.write')} />
    </>
  );
}
