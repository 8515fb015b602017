import type { Unit } from '@diemcau/contracts/identity/units';
import { Button, Switch } from '@mantine/core';
import IconCategory from '@tabler/icons-react/dist/esm/icons/IconCategory.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay, today } from '../../../admin/dates/format';
import { PageHead } from '../../../admin/parts/PageHead';
import { StateChip } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { useMay, useMayOn, useUnitsOf } from '../../../admin/permissions';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { useUnitTypes } from '../../../admin/units/unit-types';
import { EventDialog, type Begun } from './events/EventDialog';
import { PlannedEvents } from './events/PlannedEvents';
import { HistorySlider } from './history/HistorySlider';
import { momentsOf } from './history/moments';
import { allEventsQuery } from './queries';
import { SearchResults } from './SearchResults';
import { useTexts } from './texts';
import { UnitTree } from './tree/UnitTree';
import { useTree } from './tree/use-tree';
import { UnitMenu } from './UnitMenu';
import classes from './units.module.css';
import { useUnitSearch } from './use-unit-search';

/** The province's tree of units, today and on every other day (SYS-5). */
export function UnitsPage() {
  const t = useTexts();
  const [now] = useState(today);
  const search = useUnitSearch();
  const day = search.state['on'] ?? now;
  const closed = search.state['closed'] === 'yes';
  const events = useQuery(allEventsQuery());
  const moments = momentsOf(events.data ?? [], now);
  const own = useUnitsOf('units.change');
  const tree = useTree({ on: day === now ? null : day, closed }, own);
  const { options } = useUnitTypes();
  const may = useMay();
  const mayOn = useMayOn();
  const [begun, setBegun] = useState<Begun | null>(null);
  const editable = day === now && may('units.change');
  const happened = moments.find((moment) => moment.day === day)?.events ?? [];
  /** What happened to the unit itself on the day that is shown, or that it was touched by what happened to another. */
  const markOf = ({ id, validFrom }: Unit) => {
    if (validFrom === day && day !== now) return t('found');
    const own = happened.find(({ unitId }) => unitId === id);
    if (own) return t(own.kind);
    return happened.some(({ unitIds }) => unitIds.includes(id)) ? t('touched') : null;
  };
  const mayChange = (unit: Unit) => editable && mayOn('units.change', unit.path);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {may('units.configure') && (
          <Button
            variant="default"
            leftSection={<IconCategory size={18} aria-hidden="true" />}
            renderRoot={(props) => <Link {...props} to="/admin/units/types" />}
          >
            {t('types')}
          </Button>
        )}
      </PageHead>
      <HistorySlider
        moments={moments}
        day={day}
        today={now}
        onChange={(on) => search.patch({ on: on === now ? undefined : on })}
      />
      <Trouble error={events.error} onRetry={events.refetch} />
      <ListTools list={search} search={t('search')}>
        <FilterSelect list={search} name="type" label={t('type')} options={options} searchable />
        <FilterSelect
          list={search}
          name="state"
          label={t('state')}
          options={(['active', 'planned', 'closed'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <Switch
          label={t('showClosed')}
          checked={closed}
          onChange={(event) => search.patch({ closed: event.currentTarget.checked ? 'yes' : undefined })}
        />
      </ListTools>
      <div className={classes.columns}>
        <div className={classes.main}>
          {day !== now && (
            <p className={classes.readOnly} role="status">
              <StateChip tone={day < now ? 'warning' : 'waiting'} icon={IconHistory}>
                {t(day < now ? 'past' : 'future')}
              </StateChip>
              {t(day < now ? 'readOnlyPast' : 'readOnlyFuture', { day: formatDay(day) })}
            </p>
          )}
          <Trouble error={tree.error} onRetry={tree.refetch} />
          {search.filtered ? (
            <SearchResults list={search} onReveal={tree.reveal} />
          ) : (
            <UnitTree
              tree={tree}
              mayDrag={(unit) =>
                unit.state === 'active' && mayChange(unit) && mayOn('units.change', unit.path.slice(0, -1))
              }
              onDrop={editable ? (unit, above) => setBegun({ kind: 'move', unit, parentId: above.id }) : null}
              renderMark={(unit) => {
                const mark = markOf(unit);
                return mark && <StateChip tone="waiting">{mark}</StateChip>;
              }}
              renderTools={(unit) =>
                unit.state !== 'closed' &&
                mayChange(unit) && <UnitMenu unit={unit} onChoose={(kind) => setBegun({ kind, unit })} />
              }
            />
          )}
        </div>
        <PlannedEvents events={events.data} />
      </div>
      {begun && <EventDialog {...begun} onClose={() => setBegun(null)} />}
    </>
  );
}
