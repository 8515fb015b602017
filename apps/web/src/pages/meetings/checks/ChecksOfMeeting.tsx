import type { SiteCheck } from '@diemcau/contracts/meetings/checks';
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../admin/dates/format';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { boardQuery } from './queries';
import { CampaignChip } from './states';
import { useTexts } from './texts';
import classes from './checks.module.css';

/** How the check of a meeting's sites stands, and the way to its board; nothing for a meeting without sites (HB-8.2). */
export function ChecksOfMeeting({ occurrenceId }: { readonly occurrenceId: string }) {
  const t = useTexts();
  const { data: board } = useQuery(boardQuery(occurrenceId));
  if (!board || board.items.length === 0) return null;
  const count = (...states: SiteCheck['state'][]) =>
    board.items.filter(({ state }) => states.includes(state)).length;
  const [green, red, silent] = [count('pass'), count('fail', 'retest'), count('pending', 'running')];
  const { state, opensAt, closesAt } = board;
  return (
    <Section
      title={t('title')}
      actions={
        <Anchor
          renderRoot={(props) => (
            <Link {...props} to="/work/checks/$occurrenceId" params={{ occurrenceId }} />
          )}
        >
          {t('toBoard')}
        </Anchor>
      }
    >
      <p className={classes.standing}>
        <CampaignChip state={state} />{' '}
        {state === 'none'
          ? t('opensOn', { at: formatInstant(opensAt) })
          : t('closesOn', { at: formatInstant(closesAt) })}
      </p>
      <p className={classes.standing}>
        {green > 0 && <StateChip tone="good">{t('greenSites', { n: green })}</StateChip>}
        {red > 0 && <StateChip tone="bad">{t('redSites', { n: red })}</StateChip>}
        {silent > 0 && <StateChip tone="waiting">{t('silentSites', { n: silent })}</StateChip>}
      </p>
    </Section>
  );
}
