import { useQuery } from '@tanstack/react-query';
import { Owed } from '../../work/owed/Owed';
import { waitingQuery } from './queries';
import { useTexts } from './texts';
import { useWhy } from './use-why';

/** Only there while a date that its series leaves open waits for the caller's decision (HB-7.1). */
export function WaitingOwed() {
  const t = useTexts();
  const why = useWhy();
  const { data } = useQuery(waitingQuery());
  const lines = (data?.items ?? []).map((date) => ({
    key: `${date.seriesId} ${date.nominal}`,
    what: date.title,
    details: `${date.unitName} · ${why(date)}`,
    act: t('decide'),
    to: { to: '/work/series/$seriesId', params: { seriesId: date.seriesId } } as const,
  }));
  return <Owed title={t('title')} lines={lines} total={data?.total ?? 0} />;
}
