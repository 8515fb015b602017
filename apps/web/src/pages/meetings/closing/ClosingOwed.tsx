import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../admin/dates/format';
import { Section } from '../../../admin/parts/Section';
import classes from '../checks/checks.module.css';
import { closingsOwedQuery } from './queries';
import { useTexts } from './texts';

/** Only there while a site of the caller's waits to be closed after its meeting. @param most so many, and a way to the rest */
export function ClosingOwed({ most = 100 }: { most?: number }) {
  const t = useTexts();
  const { data } = useQuery(closingsOwedQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('owed')}>
      <ul className={classes.owed}>
        {data.items.slice(0, most).map(({ occurrenceId, siteId, siteName, title, startsAt }) => (
          <li key={`${occurrenceId} ${siteId}`}>
            <span>
              <strong>{siteName}</strong>
              <br />
              <small>
                {title}, {formatInstant(startsAt)}
              </small>
            </span>
            <Button
              aria-label={`${t('close')}: ${siteName}, ${title}`}
              renderRoot={(props) => (
                <Link {...props} to="/work/closing/$occurrenceId/$siteId" params={{ occurrenceId, siteId }} />
              )}
            >
              {t('close')}
            </Button>
          </li>
        ))}
      </ul>
      {data.items.length > most && (
        <Anchor renderRoot={(props) => <Link {...props} to="/work/checks" />}>
          {t('all', { n: data.items.length })}
        </Anchor>
      )}
    </Section>
  );
}
