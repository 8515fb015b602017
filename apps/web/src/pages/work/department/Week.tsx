import type { OverviewMeeting, OverviewMeetings } from '@diemcau/contracts/meetings/overview';
import { Link } from '@tanstack/react-router';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { timeSpan } from '../../meetings/invitations/time-span';
import { OccurrenceStateChip } from '../../meetings/occurrence/OccurrenceStateChip';
import { useMeetingWords } from '../../meetings/occurrence/words';
import { CheckChips } from './CheckChips';
import classes from './department.module.css';
import { useTexts } from './texts';

interface Props {
  readonly of: OverviewMeetings;
  readonly unitId: string | undefined;
}

/** Today's meetings and those of the six days after, each with how far it is prepared. */
export function Week({ of: { states, items, week }, unitId }: Props) {
  const t = useTexts();
  const words = useMeetingWords();
  return (
    <Section
      title={t('week')}
      actions={
        <Link to="/work/calendar" search={unitId ? { unitId } : {}}>
          {t('calendar')}
        </Link>
      }
    >
      {week === 0 && <p className={classes.soft}>{t('noMeetings')}</p>}
      <p className={classes.soft}>
        {states.map(({ state, week: n }) => `${words(`state_${state}`)}: ${n}`).join(' · ')}
      </p>
      <ul className={classes.list}>
        {items.map((meeting) => (
          <Meeting key={meeting.occurrenceId} of={meeting} />
        ))}
      </ul>
      {week > items.length && <p className={classes.soft}>{t('moreMeetings', { n: week - items.length })}</p>}
    </Section>
  );
}

function Meeting({ of }: { of: OverviewMeeting }) {
  const t = useTexts();
  const { occurrenceId, title, unitName, startsAt, endsAt, replies, preparation, checks, checksOpened } = of;
  return (
    <li className={classes.meeting}>
      <div className={classes.head}>
        <span className={classes.grow}>
          <Link to="/work/meetings/$occurrenceId" params={{ occurrenceId }}>
            {title}
          </Link>
          <br />
          <span className={classes.soft}>
            {timeSpan(startsAt, endsAt)} · {unitName}
          </span>
        </span>
        <OccurrenceStateChip of={of} />
      </div>
      <dl className={classes.facts}>
        <div>
          <dt>
            <Link to="/work/meetings/$occurrenceId" params={{ occurrenceId }}>
              {t('replies')}
            </Link>
          </dt>
          <dd>{replies.invited === 0 ? t('noInvitations') : t('repliesOf', { ...replies })}</dd>
        </div>
        <div>
          <dt>
            <Link to="/work/meetings/$occurrenceId" params={{ occurrenceId }}>
              {t('preparation')}
            </Link>
          </dt>
          <dd>
            {preparation.tasks === 0 ? t('noTasks') : t('tasksOf', { ...preparation })}{' '}
            {preparation.late > 0 && <StateChip tone="bad">{t('lateOf', { n: preparation.late })}</StateChip>}
          </dd>
        </div>
        <div>
          <dt>
            <Link to="/work/checks/$occurrenceId" params={{ occurrenceId }}>
              {t('checks')}
            </Link>
          </dt>
          <dd>
            {checks.sites === 0 && t('noSites')}
            {checks.sites > 0 && !checksOpened && t('notOpened', { n: checks.sites })}
            {checksOpened && <CheckChips of={checks} />}
          </dd>
        </div>
      </dl>
    </li>
  );
}
