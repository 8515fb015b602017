import type { Reminder, ReminderState } from '@diemcau/contracts/meetings/reminders';
import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../../admin/dates/format';
import { Section } from '../../../../admin/parts/Section';
import { StateChip, type Tone } from '../../../../admin/parts/StateChip';
import { Trouble } from '../../../../admin/parts/Trouble';
import classes from '../occurrence.module.css';
import { type Group, grouped, spanOf } from './groups';
import { remindersQuery } from './queries';
import { useTexts } from './texts';

const tones: Readonly<Record<ReminderState, Tone>> = {
  planned: 'waiting',
  sent: 'good',
  missed: 'bad',
  superseded: 'neutral',
  dropped: 'neutral',
};

/** Who is reminded of what, when, by which rule; for who keeps the meeting (HB-8.1, HB-8.3). */
export function RemindersSection({ occurrenceId }: { occurrenceId: string }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(remindersQuery(occurrenceId));
  const policy = (
    <Anchor component={Link} to="/work/reminders">
      {t('policy')}
    </Anchor>
  );
  return (
    <Section title={t('title')} actions={policy}>
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={120} />}
      {data && <p className={classes.soft}>{t(data.items.length === 0 ? 'none' : 'lead')}</p>}
      <ul className={classes.list}>
        {grouped(data?.items ?? []).map((group) => (
          <Row key={group.key} group={group} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ group: { of, people } }: { group: Group }) {
  const t = useTexts();
  const [{ about, minutes, state, dueAt, decidedAt }] = of;
  const { span, n } = spanOf(minutes);
  return (
    <li className={classes.row}>
      <span className={classes.grow}>
        {t(`rule_${about}`, { span: t(`span_${span}`, { n }) })}
        <br />
        <span className={classes.soft}>{formatInstant(state === 'sent' ? (decidedAt ?? dueAt) : dueAt)}</span>
        <br />
        <Faced of={of} />
      </span>
      <StateChip tone={tones[state]}>{t(state, { n: people })}</StateChip>
    </li>
  );
}

/** Whom it goes to: parts in the meeting, or who owes something; many of them folded. */
function Faced({ of }: { of: Group['of'] }) {
  const t = useTexts();
  const whom = ({ about, to, subject, unitName, personName }: Reminder): string => {
    if (about === 'start') return to.length === 0 ? t('nobody') : to.map((one) => t(`to_${one}`)).join(', ');
    if (personName !== null) return personName;
    if (subject === null) return t('gone');
    return unitName === null ? subject : t('toUnit', { subject, unit: unitName });
  };
  const [first, ...more] = of;
  if (more.length === 0) return <span className={classes.soft}>{whom(first)}</span>;
  return (
    <details className={classes.soft}>
      <summary>{t('places', { n: of.length })}</summary>
      <ul>
        {of.map((one, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- what is only a rule yet has no id
          <li key={one.id ?? at}>{whom(one)}</li>
        ))}
      </ul>
    </details>
  );
}
