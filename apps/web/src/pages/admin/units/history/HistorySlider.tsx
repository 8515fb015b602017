import type { UnitEvent } from '@diemcau/contracts/identity/unit-events';
import { ActionIcon, Button } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { DayField } from '../../../../admin/dates/DayField';
import { formatDay } from '../../../../admin/dates/format';
import { StateChip } from '../../../../admin/parts/StateChip';
import { EventLine } from '../events/EventLine';
import { useTexts } from '../texts';
import classes from './history.module.css';
import { type Moment, momentAt } from './moments';

const icons = { past: IconHistory, today: IconCircleCheck, future: IconClock };

interface Props {
  readonly moments: readonly Moment[];
  /** The day whose tree is shown, `YYYY-MM-DD`. */
  readonly day: string;
  readonly today: string;
  readonly onChange: (day: string) => void;
}

/** Slides through the days on which the tree of units changed, past and planned; a native range, so every key works. */
export function HistorySlider({ moments, day, today, onChange }: Props) {
  const t = useTexts();
  const at = momentAt(moments, day);
  const moment = moments[at];
  const happened = moment?.day === day ? moment.events : [];
  const when = day < today ? 'past' : day > today ? 'future' : 'today';
  const go = (index: number) => {
    const next = moments[index];
    if (next) onChange(next.day);
  };
  const words = `${formatDay(day)}, ${t(when)}`;
  return (
    <section className={classes.slider} data-when={when} aria-label={t('timeline')}>
      <div className={classes.now}>
        <span className={classes.day}>{formatDay(day)}</span>
        <StateChip
          tone={when === 'today' ? 'good' : when === 'past' ? 'warning' : 'waiting'}
          icon={icons[when]}
        >
          {t(when)}
        </StateChip>
        {when !== 'today' && (
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(today)}>
            {t('backToToday')}
          </Button>
        )}
        <div className={classes.exact}>
          <DayField label={t('onDay')} value={day} onChange={(chosen) => chosen && onChange(chosen)} />
        </div>
      </div>
      <div className={classes.line}>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={at === 0}
          aria-label={t('momentBefore')}
          onClick={() => go(at - 1)}
        >
          <IconChevronLeft size={20} aria-hidden="true" />
        </ActionIcon>
        <div className={classes.track}>
          <input
            type="range"
            min={0}
            max={Math.max(moments.length - 1, 1)}
            step={1}
            value={at}
            aria-label={t('timeline')}
            aria-valuetext={words}
            onChange={(event) => go(Number(event.currentTarget.value))}
          />
          <div className={classes.ends} aria-hidden="true">
            <span>{moments[0] && formatDay(moments[0].day)}</span>
            <span>{moments.length > 1 && formatDay(moments.at(-1)?.day ?? '')}</span>
          </div>
        </div>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={at >= moments.length - 1}
          aria-label={t('momentAfter')}
          onClick={() => go(at + 1)}
        >
          <IconChevronRight size={20} aria-hidden="true" />
        </ActionIcon>
      </div>
      <p className={classes.events} role="status">
        {happened.length > 0
          ? t('eventsOnDay', { n: happened.length, what: summary(happened, t) })
          : t('noEventsOnDay')}
      </p>
      {happened.length > 0 && (
        <details className={classes.details}>
          <summary>{t('allEventsOnDay')}</summary>
          <ul className={classes.list}>
            {happened.map((event) => (
              <EventLine key={event.id} event={event} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The first few, by name. */
function summary(events: readonly UnitEvent[], t: ReturnType<typeof useTexts>): string {
  const told = events.slice(0, 3).map(({ kind, unitName }) => `${t(kind)}: ${unitName}`);
  return told.join('; ') + (events.length > told.length ? '; …' : '');
}
