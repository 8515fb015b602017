import type { MaintenanceEntry } from '@diemcau/contracts/meetings/maintenance';
import { formatDay } from '../../../admin/dates/format';
import { formatCount } from '../../../admin/table/count';
import { currentLanguage } from '../../../i18n/language';
import { FileLink } from '../files/FileLink';
import { sizeOf } from '../files/size';
import classes from './equipment.module.css';
import { useTexts } from './texts';

/** What was done, by whom, what it cost, and the paper about it (HB-6). */
export function LogEntries({ entries }: { entries: readonly MaintenanceEntry[] }) {
  const t = useTexts();
  return (
    <ul className={classes.list}>
      {entries.map(({ id, doneOn, doneBy, what, result, costVnd, file }) => (
        <li key={id}>
          <b>{what}</b>
          <div className={classes.quiet}>
            {[
              formatDay(doneOn),
              doneBy,
              t(`result_${result}`),
              costVnd === null ? null : `${formatCount(costVnd)} đ`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
          {file && (
            <div className={classes.paper}>
              <FileLink file={file} />
              <span className={classes.quiet}>{sizeOf(file.bytes, currentLanguage())}</span>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
