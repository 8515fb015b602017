import { body } from '@diemcau/client/rest';
import type { PlanStatus } from '@diemcau/contracts/meetings/site-documents';
import IconFiles from '@tabler/icons-react/dist/esm/icons/IconFiles.mjs';
import { formatDay } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { DownloadButton } from '../../../admin/table/DownloadButton';
import { ListTools } from '../../../admin/table/ListTools';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { ValidityChip } from '../Chips';
import { useSiteWords } from '../words';
import { readinessKey } from './queries';
import { useTexts } from './texts';

const until = (day: string | null): string => (day ? formatDay(day) : '–');

/** How sites stand with management and security plan (DA-1). */
export function Plans() {
  const t = useTexts();
  const words = useSiteWords();
  const list = useList<PlanStatus>({
    key: [...readinessKey, 'plans'],
    filters: ['unitId'],
    fetch: (page, { unitId }) =>
      body(rest.GET('/api/v1/site-plans', { params: { query: { ...page, ...(unitId && { unitId }) } } })),
  });
  const columns: readonly Column<PlanStatus>[] = [
    { key: 'site', title: t('site'), text: ({ siteName }) => siteName },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
    {
      key: 'management',
      title: words('kind_managementPlan'),
      text: ({ managementPlan }) => words(`validity_${managementPlan}`),
      render: ({ managementPlan }) => <ValidityChip of={managementPlan} />,
    },
    {
      key: 'managementTo',
      title: t('until'),
      text: ({ managementPlanTo }) => until(managementPlanTo),
      short: true,
    },
    {
      key: 'security',
      title: words('kind_securityPlan'),
      text: ({ securityPlan }) => words(`validity_${securityPlan}`),
      render: ({ securityPlan }) => <ValidityChip of={securityPlan} />,
    },
    {
      key: 'securityTo',
      title: t('until'),
      text: ({ securityPlanTo }) => until(securityPlanTo),
      short: true,
    },
    {
      key: 'reported',
      title: t('reported'),
      text: ({ reportedTo, reportedOn }) => (reportedTo ? `${reportedTo}, ${until(reportedOn)}` : '–'),
    },
  ];
  const { q, unitId } = list.state;
  return (
    <>
      <ListTools
        list={list}
        search={t('search')}
        actions={
          <DownloadButton
            path="/api/v1/site-plans/export.xlsx"
            fileName="tinh-trang-ke-hoach.xlsx"
            query={{ q, unitId }}
          />
        }
      />
      <DataTable
        label={t('plans')}
        list={list}
        columns={columns}
        idOf={({ siteId }) => siteId}
        linkTo={({ siteId }) => ({
          to: '/work/sites/$siteId',
          params: { siteId },
          search: { tab: 'documents' },
        })}
        empty={
          <Empty icon={IconFiles} title={t('noneTitle')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      />
    </>
  );
}
