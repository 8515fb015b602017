import type { OccurrenceLine } from '@diemcau/contracts/meetings/occurrences';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { useMayOn } from '../../../admin/permissions';
import { timeSpan } from '../../meetings/invitations/time-span';
import classes from '../today.module.css';
import { begun, type Settling, settlingOf } from './overdue';
import { overdueQuery } from './queries';
import { useTexts } from './texts';

const shown = 5;

/** Only there while a meeting is past its end that nobody started, or nobody ended, on its page. */
export function OverdueSection() {
  const t = useTexts();
  const { data } = useQuery(overdueQuery());
  const [all, setAll] = useState(false);
  const mayOn = useMayOn();
  const owed = (data ?? []).flatMap(({ meeting, actions, unitPath }) => {
    const settling = settlingOf(meeting, actions, unitPath !== null && mayOn('meetings.write', unitPath));
    return settling ? [{ meeting, settling }] : [];
  });
  if (owed.length === 0) return null;
  const hidden = all ? 0 : Math.max(0, owed.length - shown);
  return (
    <Section title={t('title')}>
      <p className={classes.soft}>{t('lead')}</p>
      <ul className={classes.list}>
        {owed.slice(0, owed.length - hidden).map(({ meeting, settling }) => (
          <Row key={meeting.id} {...{ meeting, settling }} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('more', { n: hidden })}
        </Button>
      )}
    </Section>
  );
}

interface RowProps {
  readonly meeting: OccurrenceLine;
  readonly settling: Settling;
}

function Row({ meeting, settling }: RowProps) {
  const t = useTexts();
  const { id, title, unitName, startsAt, endsAt } = meeting;
  return (
    <li className={classes.row}>
      <span className={classes.grow}>
        <Link to="/work/meetings/$occurrenceId" params={{ occurrenceId: id }}>
          {title}
        </Link>
        <br />
        <span className={classes.soft}>
          {timeSpan(startsAt, endsAt)} · {unitName}
        </span>
        <br />
        {begun(meeting) ? (
          <StateChip tone="bad">{t('notEnded')}</StateChip>
        ) : (
          <StateChip tone="warning">{t('notStarted')}</StateChip>
        )}{' '}
        {t(settling)}
      </span>
    </li>
  );
}
