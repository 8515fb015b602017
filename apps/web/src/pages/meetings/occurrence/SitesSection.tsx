import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import type { SiteState } from '@diemcau/contracts/meetings/vocabulary';
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { SiteStateChip } from '../../sites/Chips';
import classes from './occurrence.module.css';
import { useTexts } from './texts';
import { useMeetingWords } from './words';

const closed: ReadonlySet<SiteState> = new Set(['suspended', 'retired']);

/** Which sites take part, as what, with how many people (HB-2.2, HB-4.3). */
export function SitesSection({ meeting }: { meeting: Occurrence }) {
  const t = useTexts();
  const words = useMeetingWords();
  return (
    <Section title={t('sites', { n: meeting.sites.length })}>
      {meeting.sites.length === 0 && <p className={classes.soft}>{t('noSites')}</p>}
      <ul className={classes.list}>
        {meeting.sites.map(({ siteId, name, unitName, role, expected, limit, state, suspendedReason }) => (
          <li key={siteId} className={classes.row}>
            <span className={classes.grow}>
              <Anchor component={Link} to={`/work/sites/${siteId}`}>
                {name}
              </Anchor>
              <br />
              <span className={classes.soft}>{unitName}</span>
              {closed.has(state) && (
                <>
                  <br />
                  <SiteStateChip state={state} />{' '}
                  <span className={classes.soft}>
                    {[suspendedReason, t('closedSite')].filter((words) => words !== null).join(' · ')}
                  </span>
                </>
              )}
            </span>
            <span className={classes.soft}>{t('people', { n: expected, limit })}</span>
            <StateChip tone={role === 'main' ? 'good' : 'neutral'}>{words(`role_${role}`)}</StateChip>
          </li>
        ))}
      </ul>
    </Section>
  );
}
