import { body } from '@diemcau/client/rest';
import type { SiteDevice } from '@diemcau/contracts/meetings/equipment';
import { Anchor, Switch } from '@mantine/core';
import IconDevices from '@tabler/icons-react/dist/esm/icons/IconDevices.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { useMay } from '../../../admin/permissions';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { DownloadButton } from '../../../admin/table/DownloadButton';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { ConditionChip, conditions } from '../equipment/ConditionChip';
import { equipmentKey, itemsQuery } from '../equipment/queries';
import { useTexts as useEquipmentTexts } from '../equipment/texts';
import { DueDay } from './DueDay';
import { aheads, filtersOf } from './filters';
import { useTexts } from './texts';

/** Devices of every site that the caller sees: what there is, how it is, when it is to be maintained (TM-1c, HB-6). */
export function DevicesPage() {
  const t = useTexts();
  const words = useEquipmentTexts();
  const may = useMay();
  const items = useQuery(itemsQuery());
  const list = useList<SiteDevice>({
    key: [...equipmentKey, 'list'],
    filters: ['unitId', 'itemId', 'condition', 'standing', 'state'],
    fetch: (page, chosen) =>
      body(rest.GET('/api/v1/devices', { params: { query: { ...page, ...filtersOf(chosen) } } })),
  });
  const columns: Column<SiteDevice>[] = [
    {
      key: 'device',
      title: t('device'),
      text: ({ itemName }) => itemName,
      sort: 'item',
    },
    { key: 'serial', title: words('serial'), text: ({ serialNo }) => serialNo ?? '–', short: true },
    {
      key: 'site',
      title: words('site'),
      text: ({ siteName, unitName }) => `${siteName} – ${unitName}`,
      render: ({ siteId, siteName, unitName }) => (
        <span>
          <Link to="/work/sites/$siteId" params={{ siteId }} search={{ tab: 'equipment' }}>
            {siteName}
          </Link>{' '}
          – {unitName}
        </span>
      ),
      sort: 'site',
    },
    {
      key: 'condition',
      title: words('condition'),
      text: ({ condition }) => words(`condition_${condition}`),
      render: (device) => <ConditionChip of={device} />,
    },
    {
      key: 'next',
      title: t('next'),
      text: ({ nextDueOn }) => (nextDueOn ? formatDay(nextDueOn) : '–'),
      render: (device) => <DueDay of={device} />,
      sort: 'dueOn',
    },
    { key: 'location', title: words('location'), text: ({ location }) => location ?? '–' },
  ];
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <ListTools list={list} search={t('search')} actions={<Save of={list.state} />}>
        <UnitFilter list={list} label={t('unit')} />
        <FilterSelect
          list={list}
          name="itemId"
          label={words('item')}
          options={(items.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          searchable
        />
        <FilterSelect
          list={list}
          name="condition"
          label={words('condition')}
          options={conditions.map((value) => ({ value, label: words(`condition_${value}`) }))}
        />
        <FilterSelect
          list={list}
          name="standing"
          label={t('standing')}
          options={[
            { value: 'late', label: t('standing_late') },
            ...aheads.map((value) => ({ value, label: t('standing_within', { n: value }) })),
            { value: 'unplanned', label: t('standing_unplanned') },
          ]}
        />
        <Switch
          label={words('withRetired')}
          checked={list.state['state'] === 'retired'}
          onChange={(event) => list.patch({ state: event.currentTarget.checked ? 'retired' : undefined })}
        />
      </ListTools>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        linkTo={({ code }) => ({ to: '/work/devices/$code', params: { code } })}
        empty={
          <Empty icon={IconDevices} title={t('noneTitle')}>
            <p>{t('noneText')}</p>
            {may('sites.write') && (
              <Anchor component={Link} to="/work/inventory">
                {t('toInventory')}
              </Anchor>
            )}
          </Empty>
        }
      />
    </>
  );
}

/** What the filters let through, in the order on the screen. */
function Save({ of }: { of: Readonly<Record<string, string | undefined>> }) {
  const t = useTexts();
  const chosen = Object.entries(filtersOf(of)).map(([name, value]) => [name, String(value)] as const);
  return (
    <DownloadButton
      path="/api/v1/devices/export.xlsx"
      fileName="danh-sach-thiet-bi.xlsx"
      query={{ ...Object.fromEntries(chosen), q: of['q'] }}
    >
      {t('file')}
    </DownloadButton>
  );
}
