import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PageHead } from '../../../admin/parts/PageHead';
import { Trouble } from '../../../admin/parts/Trouble';
import { PolicyForm } from './PolicyForm';
import { reminderPolicyQuery } from './queries';
import { useTexts } from './texts';

/** Who is reminded of what, and when: one policy for the province. */
export function RemindersPage() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(reminderPolicyQuery());
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={480} radius="lg" aria-hidden="true" />}
      {data && <PolicyForm key={data.provinceId} policy={data} />}
    </>
  );
}
