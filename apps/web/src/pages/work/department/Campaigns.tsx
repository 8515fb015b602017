import type { OverviewCampaigns } from '@diemcau/contracts/meetings/overview';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../admin/dates/format';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { CheckChips } from './CheckChips';
import classes from './department.module.css';
import { useTexts } from './texts';

/** Checks that are going on, and whom to call (HB-8.2). */
export function Campaigns({ of }: { of: OverviewCampaigns }) {
  const t = useTexts();
  const wanting = of.red + of.silent;
  return (
    <Section title={t('campaigns')} actions={<Link to="/work/checks">{t('allChecks')}</Link>}>
      {of.meetings === 0 && <p className={classes.soft}>{t('noCampaigns')}</p>}
      {of.meetings > 0 && (
        <p className={classes.sum}>
          {t('campaignsOf', { n: of.meetings })} <CheckChips of={of} />
        </p>
      )}
      <ul className={classes.list}>
        {of.items.map(({ occurrenceId, siteId, siteName, unitName, state, title, startsAt }) => (
          <li key={`${occurrenceId} ${siteId}`} className={classes.row}>
            <span className={classes.grow}>
              <Link to="/work/checks/$occurrenceId" params={{ occurrenceId }}>
                {siteName}
              </Link>
              <br />
              <span className={classes.soft}>
                {unitName} · {title} · {formatInstant(startsAt)}
              </span>
            </span>
            <StateChip tone={state === 'red' ? 'bad' : 'waiting'}>{t(`site_${state}`)}</StateChip>
          </li>
        ))}
      </ul>
      {wanting > of.items.length && (
        <p className={classes.soft}>{t('moreSites', { n: wanting - of.items.length })}</p>
      )}
    </Section>
  );
}
