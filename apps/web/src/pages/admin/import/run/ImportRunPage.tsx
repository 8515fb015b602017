import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ImportView } from '@diemcau/contracts/identity/imports';
import { formatInstant } from '../../../../admin/dates/format';
import { Back } from '../../../../admin/parts/Back';
import { PageHead } from '../../../../admin/parts/PageHead';
import { Trouble } from '../../../../admin/parts/Trouble';
import { ImportStateChip } from '../ImportStateChip';
import { importQuery, isWorking } from '../queries';
import { useTexts } from '../texts';
import { CancelButton } from './CancelButton';
import { Failed } from './Failed';
import { Finished } from './Finished';
import { Ready } from './Ready';
import { Steps } from './Steps';
import { Working } from './Working';

/** One import from its dry run to its result; can be left at any time and found again in the list. */
export function ImportRunPage() {
  const t = useTexts();
  const { importId } = useParams({ from: '/admin/import/$importId' });
  const { data, error, refetch } = useQuery(importQuery(importId));
  return (
    <>
      <Back>
        <Link to="/admin/import">{t('allImports')}</Link>
      </Back>
      <PageHead
        title={data?.fileName ?? t('title')}
        lead={
          data &&
          t('runLead', {
            kind: t(`kind_${data.kind}`),
            at: formatInstant(data.createdAt),
            by: data.createdBy,
          })
        }
      >
        {data && <ImportStateChip state={data.state} />}
        {data && (isWorking(data.state) || data.state === 'ready') && <CancelButton view={data} />}
        {data && !isWorking(data.state) && data.state !== 'ready' && (
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/admin/import" />}>
            {t('another')}
          </Button>
        )}
      </PageHead>
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={320} radius="lg" aria-hidden="true" />}
      {data && (
        <>
          <Steps state={data.state} />
          <Stage view={data} />
        </>
      )}
    </>
  );
}

function Stage({ view }: { view: ImportView }) {
  switch (view.state) {
    case 'uploading':
    case 'uploaded':
    case 'reading':
    case 'running':
      return <Working view={view} />;
    case 'ready':
      return <Ready view={view} />;
    case 'failed':
      return <Failed view={view} />;
    case 'done':
    case 'cancelled':
      return <Finished view={view} />;
  }
}
