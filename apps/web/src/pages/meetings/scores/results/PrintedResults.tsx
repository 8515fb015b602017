import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import type { ScoreSheet } from '@diemcau/contracts/meetings/scoring';
import { timeSpan } from '../../invitations/time-span';
import { formatColumnPoints } from '../../rows/points';
import { useTexts } from '../texts';
import classes from './printed.module.css';
import { ranked, totalBy } from './ranked';

/** As an official sheet looks: whose it is, the table, who signs. */
export function PrintedResults({ sheet, meeting }: { sheet: ScoreSheet; meeting: Occurrence }) {
  const t = useTexts();
  const { jury, criteria } = sheet;
  const cell = (points: number | null) => (points === null ? t('notScored') : formatColumnPoints(points));
  return (
    <article className={classes.page}>
      <header className={classes.head}>
        <div>{meeting.unitName.toLocaleUpperCase('vi')}</div>
        <div>
          {t('nation')}
          <br />
          <strong>{t('motto')}</strong>
        </div>
      </header>
      <h1>{t('sheetTitle')}</h1>
      <p className={classes.about}>
        {meeting.title}
        <br />
        {timeSpan(meeting.startsAt, meeting.endsAt)}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('number')}</th>
            <th>{t('contestant')}</th>
            <th>{t('unitHint')}</th>
            {jury.map(({ id, name }) => (
              <th key={id}>{name ?? t('somebody')}</th>
            ))}
            <th>{t('average')}</th>
            <th>{t('rank')}</th>
          </tr>
        </thead>
        <tbody>
          {ranked(sheet).map((one, at) => (
            <tr key={one.id} className="print-keep">
              <td>{at + 1}</td>
              <td className={classes.text}>{one.name}</td>
              <td className={classes.text}>{one.unitName}</td>
              {jury.map(({ id }) => (
                <td key={id}>{cell(totalBy(one, id, criteria.length))}</td>
              ))}
              <td>{cell(one.average)}</td>
              <td>{one.rank ?? t('notScored')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer className={`${classes.signs} print-keep`}>
        <div>
          <strong>{t('signJury')}</strong>
          {jury.map(({ id, name }) => (
            <p key={id}>{name ?? t('somebody')}</p>
          ))}
        </div>
        <div>
          <strong>{t('signChair')}</strong>
          <p>{meeting.chair?.name}</p>
        </div>
      </footer>
    </article>
  );
}
