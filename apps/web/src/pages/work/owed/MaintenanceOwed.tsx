import type { OwedMaintenance } from '@diemcau/contracts/meetings/owed';
import { useQuery } from '@tanstack/react-query';
import type { LinkOptions } from '@tanstack/react-router';
import { formatDay } from '../../../admin/dates/format';
import { Owed } from './Owed';
import { maintenanceOwedQuery } from './queries';
import { useTexts } from './texts';

/** At the sites of one's own units: maintenance that is late or due within a week, and what is to be mended (HB-6). */
export function MaintenanceOwed() {
  const t = useTexts();
  const { data } = useQuery(maintenanceOwedQuery);
  const lines = (data?.items ?? []).map((owed) => {
    const { kind, id, what, siteName, deviceCode, itemName, serialNo, day, late } = owed;
    const when = t(kind === 'task' ? 'waitsSince' : 'dueOn', { day: formatDay(day) });
    return {
      key: `${id} ${deviceCode}`,
      what,
      details: [itemName, serialNo, siteName, when].filter(Boolean).join(' · '),
      late,
      act: t(deviceCode === null ? 'openSite' : 'openDevice'),
      to: pageOf(owed),
    };
  });
  return (
    <Owed
      title={t('maintenance')}
      lines={lines}
      total={data?.total ?? 0}
      rest={{ to: { to: '/work/maintenance' }, words: t('allMaintenance') }}
    />
  );
}

const pageOf = ({ deviceCode, siteId }: OwedMaintenance): LinkOptions =>
  deviceCode === null
    ? { to: '/work/sites/$siteId', params: { siteId }, search: { tab: 'equipment' } }
    : { to: '/work/devices/$code', params: { code: deviceCode } };
