import { body } from '@diemcau/client/rest';
import { ActionIcon, Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { endOfDay, formatDay, startOfDay, today } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { Trouble } from '../../../admin/parts/Trouble';
import { useAdmin, useMay } from '../../../admin/permissions';
import { useAddressState } from '../../../admin/table/list-search';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { rest } from '../../../api/rest';
import { LevelFilter } from '../level/LevelFilter';
import { meetingsKey } from '../occurrence/queries';
import classes from './calendar.module.css';
import { MeetingCards } from './MeetingCards';
import { byDay, monthOf } from './month';
import { MonthGrid } from './MonthGrid';
import { useTexts } from './texts';

/** `/work/calendar`: a month of one unit. On a phone it is a list. */
export function CalendarPage() {
  const t = useTexts();
  const may = useMay();
  const { grants } = useAdmin();
  const [state, patch] = useAddressState();
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const month = monthOf(state['month'], today());
  const unitId = state['unitId'] ?? grants[0]?.unitId ?? null;
  const isList = isNarrow === true || state['view'] === 'list';
  const [first = ''] = month.weeks[0] ?? [];
  const last = month.weeks.at(-1)?.at(-1) ?? first;
  const calendar = useQuery({
    queryKey: [...meetingsKey, 'calendar', unitId, month.name],
    queryFn: () =>
      body(
        rest.GET('/api/v1/units/{unitId}/calendar', {
          params: { path: { unitId: unitId ?? '' }, query: { from: startOfDay(first), to: endOfDay(last) } },
        }),
      ),
    enabled: unitId !== null,
    placeholderData: keepPreviousData,
  });
  const level = state['level'] ?? null;
  // All of the month are here: which of them are shown is no question for the service.
  const meetings = (calendar.data?.items ?? []).filter((one) => level === null || one.level === level);
  const inMonth = [...byDay(meetings)].filter(([day]) => day.startsWith(month.name));
  const [year = '', number = ''] = month.name.split('-');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {may('meetings.request') && (
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/work/requests/new" />}>
            {t('ask')}
          </Button>
        )}
        {may('meetings.write') && (
          <Button
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            renderRoot={(props) => <Link {...props} to="/work/meetings/new" />}
          >
            {t('make')}
          </Button>
        )}
      </PageHead>
      <div className={classes.bar}>
        <div className={classes.turn}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('before')}
            onClick={() => patch({ month: month.before })}
          >
            <IconChevronLeft size={20} aria-hidden="true" />
          </ActionIcon>
          <h2 className={classes.name} aria-live="polite">
            {t('month', { month: number, year })}
          </h2>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('after')}
            onClick={() => patch({ month: month.after })}
          >
            <IconChevronRight size={20} aria-hidden="true" />
          </ActionIcon>
          <Button variant="subtle" size="compact-md" onClick={() => patch({ month: undefined })}>
            {t('today')}
          </Button>
        </div>
        <div className={classes.unit}>
          <UnitPicker
            label={t('unit')}
            hideLabel
            size="sm"
            value={unitId}
            clearable={false}
            onChange={(id) => patch({ unitId: id ?? undefined })}
          />
        </div>
        <div className={classes.level}>
          <LevelFilter value={level} onChange={(key) => patch({ level: key ?? undefined })} />
        </div>
        {isNarrow !== true && (
          <SegmentedControl
            aria-label={t('view')}
            value={isList ? 'list' : 'month'}
            onChange={(view) => patch({ view: view === 'list' ? 'list' : undefined })}
            data={[
              { value: 'month', label: t('asMonth') },
              { value: 'list', label: t('asList') },
            ]}
          />
        )}
      </div>
      <Trouble error={calendar.error} onRetry={calendar.refetch} />
      {calendar.isPending && unitId !== null && <Skeleton height={420} radius="md" />}
      {calendar.data && !isList && <MonthGrid month={month} meetings={meetings} />}
      {calendar.data && isList && inMonth.length === 0 && (
        <Empty icon={IconCalendar} title={t('noneTitle')}>
          <p>{t('noneText')}</p>
        </Empty>
      )}
      {calendar.data && isList && (
        <ol className={classes.days}>
          {inMonth.map(([day, ofDay]) => (
            <li key={day}>
              <h2>{formatDay(day)}</h2>
              <MeetingCards meetings={ofDay} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
