import type { CellFault, ImportField, ImportRow, ImportView } from '@diemcau/contracts/identity/imports';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import { wordsIn } from '../kinds';
import { useTexts } from '../texts';
import { letterOf } from './letter';
import classes from './run.module.css';

interface Props {
  readonly row: ImportRow;
  readonly view: ImportView;
  readonly fields: readonly ImportField[];
}

/** Old and new of each field, or what is wrong with which cell. */
export function RowDetail({ row, view, fields }: Props) {
  const t = useTexts();
  const titleOf = (name: string): string => {
    const field = fields.find((one) => one.name === name);
    return field ? wordsIn(field.title) : name;
  };
  const placeOf = ({ column, field }: CellFault): string => {
    if (column !== null) {
      const header = view.columns.find((one) => one.column === column)?.header;
      return header ? `${header} (${letterOf(column)}${row.row})` : `${letterOf(column)}${row.row}`;
    }
    return field === null ? t('wholeRow') : titleOf(field);
  };
  if (row.outcome === 'error') {
    return (
      <ul className={classes.faults}>
        {row.faults.map((fault) => (
          <li key={`${fault.column} ${fault.field} ${fault.code}`}>
            <b>{placeOf(fault)}:</b> {wordsIn(fault.message)}
            {fault.column !== null && row.cells[fault.column - 1] && (
              <span className={classes.cell}>“{row.cells[fault.column - 1]}”</span>
            )}
          </li>
        ))}
      </ul>
    );
  }
  if (row.outcome !== 'change') {
    return (
      <span className={classes.soft}>
        {row.changes
          .map(({ to }) => to ?? '')
          .filter((text) => text !== '')
          .join(' · ')}
      </span>
    );
  }
  return (
    <ul className={classes.changes}>
      {row.changes.map(({ field, from, to }) => (
        <li key={field}>
          <b>{titleOf(field)}:</b> <del>{from || t('nothing')}</del>{' '}
          <IconArrowRight size={15} aria-label={t('becomes')} /> <ins>{to || t('nothing')}</ins>
        </li>
      ))}
    </ul>
  );
}
