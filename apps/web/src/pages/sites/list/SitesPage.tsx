import { body } from '@diemcau/client/rest';
import type { SiteLine } from '@diemcau/contracts/meetings/sites';
import { type SiteState, siteStates } from '../states';
import { Button } from '@mantine/core';
import IconBuildingCommunity from '@tabler/icons-react/dist/esm/icons/IconBuildingCommunity.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../admin/permissions';
import type { Column } from '../../../admin/table/DataTable';
import { ListPage } from '../../../admin/table/ListPage';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { SiteStateChip } from '../Chips';
import { sitesKey } from '../queries';
import { useSiteWords } from '../words';
import { SiteDialog } from './SiteDialog';
import { useTexts } from './texts';

const isState = (text: string | undefined): text is SiteState => siteStates.some((state) => state === text);
const scores = ['49', '79', '99'] as const;

/** Rooms of one's units: which are ready, which lack something. */
export function SitesPage() {
  const t = useTexts();
  const words = useSiteWords();
  const may = useMay();
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  const list = useList<SiteLine>({
    key: [...sitesKey, 'list'],
    filters: ['unitId', 'state', 'scoreTo'],
    fetch: (page, { unitId, state, scoreTo }) =>
      body(
        rest.GET('/api/v1/sites', {
          params: {
            query: {
              ...page,
              ...(unitId && { unitId }),
              ...(isState(state) && { state }),
              ...(scoreTo && { scoreTo: Number(scoreTo) }),
            },
          },
        }),
      ),
  });
  const columns: readonly Column<SiteLine>[] = [
    { key: 'name', title: t('name'), text: ({ name }) => name },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => words(`state_${state}`),
      render: ({ state }) => <SiteStateChip state={state} />,
    },
    {
      key: 'score',
      title: t('score'),
      text: ({ score }) => (score === null ? words('noScore') : String(score)),
      short: true,
    },
    { key: 'capacity', title: t('capacity'), text: ({ capacity }) => String(capacity), short: true },
    { key: 'address', title: t('address'), text: ({ address }) => address ?? '–' },
  ];
  const make = may('sites.write') && (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setMaking(true)}>
      {t('make')}
    </Button>
  );
  const open = (siteId: string) => void navigate({ to: '/work/sites/$siteId', params: { siteId } });
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      search={t('search')}
      make={make}
      filters={
        <>
          <UnitFilter list={list} label={t('unit')} />
          <FilterSelect
            list={list}
            name="state"
            label={t('state')}
            options={siteStates.map((value) => ({ value, label: words(`state_${value}`) }))}
          />
          <FilterSelect
            list={list}
            name="scoreTo"
            label={t('score')}
            options={scores.map((value) => ({ value, label: t('scoreUpTo', { n: value }) }))}
          />
        </>
      }
      none={{ icon: IconBuildingCommunity, title: t('noneTitle'), text: t('noneText') }}
      list={list}
      columns={columns}
      idOf={({ id }) => id}
      linkTo={({ id }) => ({ to: '/work/sites/$siteId', params: { siteId: id } })}
    >
      {making && <SiteDialog site={null} onClose={() => setMaking(false)} onMade={({ id }) => open(id)} />}
    </ListPage>
  );
}
