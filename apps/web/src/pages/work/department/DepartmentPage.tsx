import { Skeleton } from '@mantine/core';
import IconWifiOff from '@tabler/icons-react/dist/esm/icons/IconWifiOff.mjs';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { Trouble } from '../../../admin/parts/Trouble';
import { useAdmin, useMay } from '../../../admin/permissions';
import { useAddressState } from '../../../admin/table/list-search';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { useOnline } from '../../../offline/use-online';
import { rollUpQuery } from '../../sites/readiness/queries';
import { Campaigns } from './Campaigns';
import classes from './department.module.css';
import { Glance } from './Glance';
import { Overdue } from './Overdue';
import { overviewQuery } from './queries';
import { SitesByUnit } from './SitesByUnit';
import { useTexts } from './texts';
import { Trainings } from './Trainings';
import { Week } from './Week';

/** `/work/department`: how the units below stand, in one look (HB-10.1). */
export function DepartmentPage() {
  const t = useTexts();
  const may = useMay();
  const online = useOnline();
  const { grants } = useAdmin();
  const [{ unitId: asked }, patch] = useAddressState();
  const own = [...new Set(grants.map((grant) => grant.unitId))];
  const unitId = asked ?? (own.length === 1 ? own[0] : undefined);
  const { data, error, refetch } = useQuery(overviewQuery(unitId));
  const sites = useQuery({ ...rollUpQuery(unitId), enabled: may('sites.read') });
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {data && <p className={classes.asOf}>{t('asOf', { at: formatInstant(data.at) })}</p>}
      </PageHead>
      <div className={classes.unit}>
        <UnitPicker
          label={t('unit')}
          value={unitId ?? null}
          onChange={(id) => patch({ unitId: id ?? undefined })}
        />
      </div>
      {!data && !online && (
        <Empty icon={IconWifiOff} title={t('offlineTitle')}>
          <p>{t('offlineText')}</p>
        </Empty>
      )}
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && online && <Skeleton height={420} radius="lg" aria-hidden="true" />}
      {data && (
        <>
          <Glance of={data} unitId={unitId} />
          <div className={classes.columns}>
            <div className={classes.column}>
              <Week of={data.meetings} unitId={unitId} />
              <Campaigns of={data.campaigns} />
            </div>
            <div className={classes.column}>
              <Overdue of={data.overdue} unitId={unitId} />
              <Trainings of={data.trainings} />
            </div>
          </div>
          {may('sites.read') && (
            <SitesByUnit of={sites.data?.items} error={sites.error} onRetry={sites.refetch} unitId={unitId} />
          )}
        </>
      )}
    </>
  );
}
