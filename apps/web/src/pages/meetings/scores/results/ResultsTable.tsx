import type { ScoreSheet } from '@diemcau/contracts/meetings/scoring';
import IconTrophy from '@tabler/icons-react/dist/esm/icons/IconTrophy.mjs';
import { StateChip } from '../../../../admin/parts/StateChip';
import { formatColumnPoints } from '../../rows/points';
import classes from '../scores.module.css';
import { useTexts } from '../texts';
import { ranked, totalBy } from './ranked';

/** On a phone what each of the jury gave stands below the name. */
export function ResultsTable({ sheet }: { sheet: ScoreSheet }) {
  const t = useTexts();
  const { jury, criteria } = sheet;
  return (
    // What can be scrolled can be reached with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1: a region that scrolls takes the focus
    <div className={classes.scroll} role="region" aria-label={t('scroll')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('rank')}</th>
            <th scope="col">{t('contestant')}</th>
            {jury.map(({ id, name }) => (
              <th key={id} scope="col" className={`${classes.figure} ${classes.wide}`}>
                {name ?? t('somebody')}
              </th>
            ))}
            <th scope="col" className={classes.figure}>
              {t('average')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ranked(sheet).map((one) => {
            const totals = jury.map(({ id, name }) => ({
              id,
              name: name ?? t('somebody'),
              total: totalBy(one, id, criteria.length),
            }));
            return (
              <tr key={one.id}>
                <td>
                  {one.rank === 1 ? (
                    <StateChip tone="good" icon={IconTrophy}>
                      1
                    </StateChip>
                  ) : (
                    (one.rank ?? t('notScored'))
                  )}
                </td>
                <th scope="row">
                  {one.name}
                  {one.unitName !== null && <small>{one.unitName}</small>}
                  {totals.map(({ id, name, total }) => (
                    <small key={id} className={classes.narrow}>
                      {name}: {total === null ? t('notScored') : formatColumnPoints(total)}
                    </small>
                  ))}
                </th>
                {totals.map(({ id, total }) => (
                  <td key={id} className={`${classes.figure} ${classes.wide}`}>
                    {total === null ? t('notScored') : formatColumnPoints(total)}
                  </td>
                ))}
                <td className={classes.figure}>
                  <strong>{one.average === null ? t('notScored') : formatColumnPoints(one.average)}</strong>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
