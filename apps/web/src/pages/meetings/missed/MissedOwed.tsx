import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../admin/dates/format';
import { Owed } from '../../work/owed/Owed';
import { missedQuery } from './queries';
import { useTexts } from './texts';

/** Only there while a meeting that nobody could be invited to waits for a decision. */
export function MissedOwed() {
  const t = useTexts();
  const { data } = useQuery(missedQuery());
  const lines = (data?.items ?? []).map(({ seriesId, nominal, title, unitName, startsAt, cause }) => ({
    key: `${seriesId} ${nominal}`,
    what: title,
    details: `${unitName} · ${t('planned', { at: formatInstant(startsAt), cause: t(`cause_${cause}`) })}`,
    act: t('decide'),
    to: { to: '/work/series/$seriesId', params: { seriesId } } as const,
  }));
  return <Owed title={t('title')} lines={lines} total={data?.total ?? 0} />;
}
