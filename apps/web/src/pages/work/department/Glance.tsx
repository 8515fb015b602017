import type { Overview } from '@diemcau/contracts/meetings/overview';
import { Link } from '@tanstack/react-router';
import classes from './department.module.css';
import { useTexts } from './texts';

interface Props {
  readonly of: Overview;
  readonly unitId: string | undefined;
}

/** The figures that are looked at first; each leads to its list. */
export function Glance({ of: { meetings, campaigns, overdue, trainings }, unitId }: Props) {
  const t = useTexts();
  const { tasks, reports, reviews, maintenance, problems } = overdue;
  const late = tasks + reports + reviews + maintenance + problems;
  const live = meetings.states.find(({ state }) => state === 'live')?.today ?? 0;
  const calendar = { to: '/work/calendar', search: { view: 'list', ...(unitId && { unitId }) } };
  const tiles = [
    { key: 'today', n: meetings.today, ...calendar, tone: 'neutral' },
    { key: 'live', n: live, ...calendar, tone: live > 0 ? 'good' : 'neutral' },
    { key: 'week', n: meetings.week, ...calendar, tone: 'neutral' },
    { key: 'red', n: campaigns.red, to: '/work/checks', tone: campaigns.red > 0 ? 'bad' : 'neutral' },
    {
      key: 'silent',
      n: campaigns.silent,
      to: '/work/checks',
      tone: campaigns.silent > 0 ? 'warning' : 'neutral',
    },
    { key: 'late', n: late, to: '#overdue', tone: late > 0 ? 'bad' : 'neutral' },
    { key: 'trainings', n: trainings.total, to: '/work/trainings', tone: 'neutral' },
  ] as const;
  return (
    <ul className={classes.glance} aria-label={t('glance')}>
      {tiles.map(({ key, n, to, tone, ...rest }) => (
        <li key={key}>
          {to === '#overdue' ? (
            <a href={to} className={classes.tile} data-tone={tone}>
              <strong>{n}</strong> <span>{t(`glance_${key}`)}</span>
            </a>
          ) : (
            <Link
              to={to}
              search={'search' in rest ? rest.search : {}}
              className={classes.tile}
              data-tone={tone}
            >
              <strong>{n}</strong> <span>{t(`glance_${key}`)}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
