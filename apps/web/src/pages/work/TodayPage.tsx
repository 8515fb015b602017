import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import IconCalendarOff from '@tabler/icons-react/dist/esm/icons/IconCalendarOff.mjs';
import { Empty } from '../../admin/parts/Empty';
import { PageHead } from '../../admin/parts/PageHead';
import { Section } from '../../admin/parts/Section';
import { Trouble } from '../../admin/parts/Trouble';
import { useMay } from '../../admin/permissions';
import { MeetingCards } from '../meetings/calendar/MeetingCards';
import { OwedPoints } from '../meetings/checklist/OwedPoints';
import { OverdueSection } from './overdue/OverdueSection';
import { OwedOfMine } from './owed/OwedOfMine';
import { OwedSection } from './OwedSection';
import { conflictsQuery, toDecideQuery, upcomingQuery } from './queries';
import { useTexts } from './texts';
import classes from './today.module.css';

/** What waits for the caller today. */
export function TodayPage() {
  const t = useTexts();
  const may = useMay();
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {may('meetings.read') && (may('meetings.preside') || may('meetings.write')) && (
        <div className={classes.first}>
          <OverdueSection />
        </div>
      )}
      <OwedOfMine />
      {!may('meetings.read') && (
        <Empty icon={IconCalendarOff} title={t('seesNone')}>
          <p>{t('seesNoneText')}</p>
          <Link to="/">{t('toHome')}</Link>
        </Empty>
      )}
      {may('meetings.read') && (
        <div className={classes.columns}>
          <Upcoming />
          <div>
            {may('meetings.approve') && <ToDecide />}
            {may('meetings.write') && <Conflicts />}
            <OwedSection />
            <OwedPoints most={5} />
          </div>
        </div>
      )}
    </>
  );
}

function Upcoming() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(upcomingQuery());
  return (
    <Section
      title={t('upcoming')}
      actions={
        <Anchor component={Link} to="/work/calendar">
          {t('allMeetings')}
        </Anchor>
      }
    >
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={200} />}
      {data?.items.length === 0 && <p className={classes.soft}>{t('noMeetings')}</p>}
      {data && <MeetingCards meetings={data.items} />}
    </Section>
  );
}

function ToDecide() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(toDecideQuery());
  return (
    <Section
      title={t('toDecide')}
      actions={
        <Anchor component={Link} to="/work/requests">
          {t('allRequests')}
        </Anchor>
      }
    >
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={80} />}
      {data?.items.length === 0 && <p className={classes.soft}>{t('nothingToDecide')}</p>}
      {data && <MeetingCards meetings={data.items} />}
    </Section>
  );
}

/** Only there when there is one. */
function Conflicts() {
  const t = useTexts();
  const { data } = useQuery(conflictsQuery());
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('conflicts')}>
      <MeetingCards meetings={data.items} />
    </Section>
  );
}
