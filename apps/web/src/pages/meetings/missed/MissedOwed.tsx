import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../admin/dates/format';
import { Section } from '../../../admin/parts/Section';
import classes from '../checks/checks.module.css';
import { missedQuery } from './queries';
import { useTexts } from './texts';

const shown = 5;

/** Only there while a meeting that nobody could be invited to waits for a decision. */
export function MissedOwed() {
  const t = useTexts();
  const { data } = useQuery(missedQuery());
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('title')}>
      <ul className={classes.owed}>
        {data.items.slice(0, shown).map(({ seriesId, nominal, title, unitName, startsAt }) => (
          <li key={`${seriesId} ${nominal}`}>
            <span>
              <strong>{title}</strong> <small>{unitName}</small>
              <br />
              {t('planned', { at: formatInstant(startsAt) })}
            </span>
            <Button
              variant="light"
              renderRoot={(props) => <Link {...props} to="/work/series/$seriesId" params={{ seriesId }} />}
            >
              {t('decide')}
            </Button>
          </li>
        ))}
      </ul>
      {data.total > shown && <p>{t('more', { n: data.total - shown })}</p>}
    </Section>
  );
}
