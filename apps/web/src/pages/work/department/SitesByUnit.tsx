import type { RollUpLine } from '@diemcau/contracts/meetings/readiness';
import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { Scroller } from '../../sites/Scroller';
import siteClasses from '../../sites/site/site.module.css';
import { useSiteWords } from '../../sites/words';
import classes from './department.module.css';
import { useTexts } from './texts';

const states = ['ready', 'degraded', 'draft', 'suspended'] as const;

interface Props {
  /** Undefined while they are fetched. */
  readonly of: readonly RollUpLine[] | undefined;
  readonly error: unknown;
  readonly onRetry: () => unknown;
  readonly unitId: string | undefined;
}

/** Readiness by the units right below; each figure leads to those sites (DA-1b). */
export function SitesByUnit({ of, error, onRetry, unitId }: Props) {
  const t = useTexts();
  const words = useSiteWords();
  return (
    <div className={classes.wide}>
      <Section
        title={t('sitesByUnit')}
        actions={
          <Link to="/work/readiness" search={unitId ? { unitId } : {}}>
            {t('readiness')}
          </Link>
        }
      >
        <Trouble error={of ? null : error} onRetry={onRetry} />
        {!of && !error && <Skeleton height={160} aria-hidden="true" />}
        {of?.length === 0 && <p className={classes.soft}>{t('noSitesYet')}</p>}
        {of && of.length > 0 && (
          <Scroller label={t('sitesByUnit')}>
            <table className={`${siteClasses.table} ${siteClasses.lines}`}>
              <thead>
                <tr>
                  <th>{t('unitName')}</th>
                  <th className={siteClasses.number}>{t('sites')}</th>
                  {states.map((state) => (
                    <th key={state} className={siteClasses.number}>
                      {words(`state_${state}`)}
                    </th>
                  ))}
                  <th className={siteClasses.number}>{t('pointsOverdue')}</th>
                </tr>
              </thead>
              <tbody>
                {of.map((line) => (
                  <tr key={line.unitId}>
                    <td>
                      <Link to="/work/department" search={{ unitId: line.unitId }}>
                        {line.unitName}
                      </Link>
                    </td>
                    <td className={siteClasses.number} data-title={t('sites')}>
                      <Link to="/work/sites" search={{ unitId: line.unitId }} className={classes.figure}>
                        {line.sites}
                      </Link>
                    </td>
                    {states.map((state) => (
                      <td key={state} className={siteClasses.number} data-title={words(`state_${state}`)}>
                        {line[state] === 0 ? (
                          <span className={classes.figure}>0</span>
                        ) : (
                          <Link
                            to="/work/sites"
                            search={{ unitId: line.unitId, state }}
                            className={classes.figure}
                          >
                            {line[state]}
                          </Link>
                        )}
                      </td>
                    ))}
                    <td className={siteClasses.number} data-title={t('pointsOverdue')}>
                      {line.overdue === 0 ? (
                        <span className={classes.figure}>0</span>
                      ) : (
                        <Link
                          to="/work/readiness"
                          search={{ unitId: line.unitId }}
                          className={classes.figure}
                        >
                          {line.overdue}
                        </Link>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
        )}
      </Section>
    </div>
  );
}
