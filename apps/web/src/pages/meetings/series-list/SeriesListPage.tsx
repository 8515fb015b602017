import { body } from '@diemcau/client/rest';
import type { ListedSeries } from '@diemcau/contracts/meetings/series';
import type { MeetingKind, SeriesState } from '@diemcau/contracts/meetings/vocabulary';
import { Button } from '@mantine/core';
import IconCalendarRepeat from '@tabler/icons-react/dist/esm/icons/IconCalendarRepeat.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../admin/permissions';
import type { Column } from '../../../admin/table/DataTable';
import { ListPage } from '../../../admin/table/ListPage';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { useUnitTypes } from '../../../admin/units/unit-types';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { seriesKey } from '../series/queries';
import { useRuleWords } from '../series/rule-words';
import { SeriesStateChip } from '../series/SeriesStateChip';
import { useTexts as useSeriesTexts } from '../series/texts';
import { useTexts as useLevelTexts } from '../level/texts';
import { kindNameOf } from '../types/kind-name';
import { meetingTypesQuery } from '../types/queries';
import { ApproveDialog } from './ApproveDialog';
import { useTexts } from './texts';

const states = ['draft', 'active', 'ended'] as const satisfies readonly SeriesState[];

/** Recurring meetings of all units, found by unit, type and state; those outside of plans are approved here (HB-7.2). */
export function SeriesListPage() {
  const t = useTexts();
  const words = useSeriesTexts();
  const ruleWords = useRuleWords();
  const levelWords = useLevelTexts();
  const levels = useUnitTypes();
  const may = useMay();
  const [approving, setApproving] = useState<ListedSeries | null>(null);
  const { data: types } = useQuery(meetingTypesQuery());
  const list = useList<ListedSeries>({
    key: [...seriesKey, 'list'],
    filters: ['unitId', 'state', 'kind', 'level', 'standing'],
    fetch: (page, { unitId, state, kind, level, standing }) =>
      body(
        rest.GET('/api/v1/series', {
          params: {
            query: {
              ...page,
              ...(unitId && { unitId }),
              ...(state && { state: state as SeriesState }),
              ...(kind && { kind: kind as MeetingKind }),
              ...(level && { level }),
              ...(standing && { outsidePlans: standing === 'outside' }),
            },
          },
        }),
      ),
  });
  const columns: readonly Column<ListedSeries>[] = [
    { key: 'title', title: t('name'), text: ({ title }) => title },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
    { key: 'kind', title: t('kind'), text: kindNameOf },
    {
      key: 'level',
      title: levelWords('level'),
      text: ({ level }) => (level === null ? '' : levels.nameOf(level)),
    },
    {
      key: 'rule',
      title: t('rule'),
      text: ({ rule, untilDay, startsAt }) => `${ruleWords(rule, untilDay)}, ${startsAt}`,
    },
    {
      key: 'standing',
      title: t('standing'),
      text: ({ planId }) => t(planId === null ? 'outside' : 'inPlan'),
    },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => words(`state_${state}`),
      render: (series) => (
        <>
          <SeriesStateChip state={series.state} />{' '}
          {series.approvable && (
            <Button
              size="compact-md"
              variant="light"
              aria-label={`${t('approve')}: ${series.title}`}
              onClick={(event) => {
                // The row itself leads to the page of the series.
                event.stopPropagation();
                setApproving(series);
              }}
            >
              {t('approve')}
            </Button>
          )}
        </>
      ),
    },
  ];
  const make = may('meetings.write') && (
    <Button
      leftSection={<IconPlus size={18} aria-hidden="true" />}
      renderRoot={(props) => <Link {...props} to="/work/series/new" />}
    >
      {t('make')}
    </Button>
  );
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      search={t('search')}
      make={make}
      filters={
        <>
          <FilterSelect
            list={list}
            name="standing"
            label={t('standing')}
            options={(['outside', 'inPlan'] as const).map((value) => ({ value, label: t(value) }))}
          />
          <FilterSelect
            list={list}
            name="state"
            label={t('state')}
            options={states.map((value) => ({ value, label: words(`state_${value}`) }))}
          />
          <FilterSelect
            list={list}
            name="kind"
            label={t('kind')}
            options={(types?.items ?? []).map(({ kind, nameVi, nameEn }) => ({
              value: kind,
              label: kindNameOf({ kindName: { vi: nameVi, en: nameEn } }),
            }))}
          />
          <FilterSelect list={list} name="level" label={levelWords('level')} options={levels.options} />
          <UnitFilter list={list} label={t('unit')} />
        </>
      }
      none={{ icon: IconCalendarRepeat, title: t('noneTitle'), text: t('noneText') }}
      list={list}
      columns={columns}
      idOf={({ id }) => id}
      linkTo={({ id }) => ({ to: '/work/series/$seriesId', params: { seriesId: id } })}
    >
      {approving && <ApproveDialog series={approving} onClose={() => setApproving(null)} />}
    </ListPage>
  );
}
