import type { ClosingCheck, ClosingItem } from '@diemcau/contracts/meetings/closing';
import { Alert, Skeleton } from '@mantine/core';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { formatInstant } from '../../../admin/dates/format';
import { PageHead } from '../../../admin/parts/PageHead';
import { Trouble } from '../../../admin/parts/Trouble';
import { Closed } from './Closed';
import { ClosingForm } from './ClosingForm';
import { closingQuery } from './queries';
import { useTexts } from './texts';

/** The last thing an operator does at a site (HB-9.2f). */
export function ClosingPage() {
  const t = useTexts();
  const { occurrenceId, siteId } = useParams({ from: '/work/closing/$occurrenceId/$siteId' });
  const { data: check, error, refetch } = useQuery(closingQuery(occurrenceId, siteId));
  if (error && !check) return <Trouble error={error} onRetry={refetch} />;
  if (!check) return <Skeleton height={240} aria-label={t('loading')} />;
  const lead = t('lead', {
    site: check.siteName,
    meeting: check.title,
    at: formatInstant(check.startsAt),
  });
  return (
    <>
      <PageHead title={t('title')} lead={lead} />
      <Body check={check} onStale={refetch} />
    </>
  );
}

function Body({ check, onStale }: { check: ClosingCheck; onStale: () => unknown }) {
  const t = useTexts();
  const wordsOf = (key: string) => t(key as ClosingItem);
  switch (check.state) {
    case 'open':
      return <ClosingForm check={check} wordsOf={wordsOf} onStale={onStale} />;
    case 'done':
      return check.result && <Closed siteId={check.siteId} result={check.result} wordsOf={wordsOf} />;
    case 'notYet':
    case 'over':
      return (
        <Alert color="blue" icon={<IconClock aria-hidden="true" />} title={t(`${check.state}Title`)}>
          {t(`${check.state}Text`)}
        </Alert>
      );
  }
}
