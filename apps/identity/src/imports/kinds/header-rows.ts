import type { Row } from '@diemcau/spreadsheets/read/row';

/** Says whether a text is the known name of a column. */
export type IsLabel = (text: string) => boolean;

export interface HeaderRows {
  /** One row that says what all of them say, with the number of the first. */
  readonly header: Row;
  /** Place of the last of them. */
  readonly last: number;
}

/** Groups of columns, columns, halves of columns: no list was met with more. */
const mostRows = 3;

/** Columns under such a heading tell of somebody else than the person of the row. */
const someoneElse =
  /(^|\s)(cha|bố|mẹ|phụ huynh|giám hộ|người thân|liên hệ|chủ nhiệm|father|mother|parents?|guardian|contact)(\s|$)/iu;

/**
 * The header that begins in a row, with those below it that go on with it: «Họ và tên» merged over «Họ đệm» and «Tên»,
 * then the columns' numbers, as forms of offices have them.
 */
export function headerRows(rows: readonly Row[], first: number, isLabel: IsLabel): HeaderRows | null {
  let header = rows[first];
  if (!header) return null;
  let last = first;
  for (let below = rows[last + 1]; below && last - first < mostRows - 1; below = rows[last + 1]) {
    if (below.number !== header.number + (last - first) + 1 || !goesOn(header, below, isLabel)) break;
    header = joined(header, below, isLabel);
    last += 1;
  }
  const next = rows[last + 1];
  return { header, last: next && header.cells.some(isLabel) && isNumbering(next) ? last + 1 : last };
}

/** A row of data has something else than the name of a column in a column that is known. */
function goesOn(header: Row, { cells }: Row, isLabel: IsLabel): boolean {
  const known = header.cells.flatMap((text, column) => (isLabel(text) ? [cells[column] ?? ''] : []));
  return known.length > 0 && cells.some(isLabel) && known.every((text) => text === '' || isLabel(text));
}

function joined(upper: Row, lower: Row, isLabel: IsLabel): Row {
  const width = Math.max(upper.cells.length, lower.cells.length);
  let group = '';
  const cells = Array.from({ length: width }, (_, column) => {
    const [above = '', below = ''] = [upper.cells[column], lower.cells[column]];
    // A merged cell says its text once, in its first column.
    if (above !== '') group = below === '' ? '' : above;
    if (below === '') return above;
    if (isLabel(below) && !someoneElse.test(group.normalize('NFC'))) return below;
    return group === '' || group === below ? below : `${group} – ${below}`;
  });
  return { ...upper, cells };
}

/** `1 2 3`, `(1) (2) (3)`, `A B 1 2`: the numbers of the columns, which no row of people or units is. */
function isNumbering({ cells }: Row): boolean {
  const filled = cells.filter((text) => text !== '');
  const marks = filled.map((text) => /^\(?(?:(\d{1,3})|([A-Z]))\)?$/u.exec(text));
  const numbers = marks.flatMap((mark) => (mark?.[1] ? [Number(mark[1])] : []));
  return (
    filled.length >= 3 &&
    marks.every((mark) => mark !== null) &&
    numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1)
  );
}
