import { SpreadsheetFault } from '../fault.js';
import { limits } from '../limits.js';
import type { Doubt, Row } from '../row.js';
import type { Archive } from '../zip/archive.js';
import { numberText, type Shown } from './number-format.js';
import { type Attributes, XmlReader } from './xml.js';

/** What cells refer to. */
export interface Tables {
  readonly strings: readonly string[];
  readonly styles: readonly Shown[];
  readonly date1904: boolean;
}

/** Excel's own longest text, with room for the spaces that are trimmed off. */
const longestText = 40_000;
/** Excel's own last row. */
const lastRow = 1_048_576;

/** The rows of one sheet that hold something, as they come. */
export async function* readSheet(archive: Archive, name: string, tables: Tables): AsyncGenerator<Row> {
  const sheet = new SheetReader(tables);
  yield* new XmlReader(sheet).read(archive.read(name), () => sheet.take());
}

class SheetReader {
  private rows: Row[] = [];
  private rowNumber = 0;
  private column = 0;
  private cells: string[] = [];
  private doubts: Doubt[] = [];
  private cell: Attributes = {};
  private text_ = '';
  private inText = false;
  private phonetic = 0;
  private hasFormula = false;

  constructor(private readonly tables: Tables) {}

  take(): Row[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open = (tag: string, attributes: Attributes): void => {
    switch (tag) {
      case 'row':
        return this.startRow(attributes);
      case 'c':
        return this.startCell(attributes);
      case 'f':
        this.hasFormula = true;
        return;
      case 'rPh':
        this.phonetic += 1;
        return;
      case 'v':
      case 't':
        this.inText = this.phonetic === 0;
    }
  };

  text = (piece: string): void => {
    if (!this.inText) return;
    this.text_ += piece;
    if (this.text_.length > longestText) {
      throw new SpreadsheetFault('cellTooLong', { row: this.rowNumber, column: this.column });
    }
  };

  close = (tag: string): void => {
    switch (tag) {
      case 'row':
        return this.endRow();
      case 'c':
        return this.endCell();
      case 'rPh':
        this.phonetic -= 1;
        return;
      case 'v':
      case 't':
        this.inText = false;
    }
  };

  private startRow({ r }: Attributes): void {
    this.rowNumber = r === undefined ? this.rowNumber + 1 : Number(r);
    if (!(this.rowNumber >= 1 && this.rowNumber <= lastRow)) throw new SpreadsheetFault('damaged');
    this.column = 0;
    this.cells = [];
    this.doubts = [];
  }

  private startCell(attributes: Attributes): void {
    this.cell = attributes;
    this.column = attributes['r'] === undefined ? this.column + 1 : columnOf(attributes['r']);
    this.text_ = '';
    this.hasFormula = false;
  }

  private endCell(): void {
    const { column, rowNumber: row } = this;
    const text = this.cellText().normalize('NFC').trim();
    if (text === '') return;
    if (column > limits.columns) throw new SpreadsheetFault('tooManyColumns', { row, column });
    if (text.length > limits.cellChars) throw new SpreadsheetFault('cellTooLong', { row, column });
    while (this.cells.length < column - 1) this.cells.push('');
    this.cells[column - 1] = text;
  }

  private cellText(): string {
    const { t: type, s: style } = this.cell;
    const stored = this.text_;
    switch (type) {
      case 's':
        return this.shared(stored);
      case 'str':
      case 'inlineStr':
        return stored;
      case 'd':
        return stored.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ');
      case 'b':
        return stored === '1' ? 'TRUE' : stored === '0' ? 'FALSE' : stored;
      case 'e':
        this.doubts.push({ column: this.column, code: 'errorValue' });
        return stored;
      default:
        if (stored === '') {
          if (this.hasFormula) this.doubts.push({ column: this.column, code: 'formula' });
          return '';
        }
        return numberText(stored, this.tables.styles[Number(style ?? 0)] ?? 'plain', this.tables.date1904);
    }
  }

  private shared(index: string): string {
    const text = index === '' ? '' : this.tables.strings[Number(index)];
    if (text === undefined) {
      throw new SpreadsheetFault('damaged', { row: this.rowNumber, column: this.column });
    }
    return text;
  }

  private endRow(): void {
    if (this.cells.length === 0 && this.doubts.length === 0) return;
    this.rows.push({ number: this.rowNumber, cells: this.cells, doubts: this.doubts });
  }
}

/** `AB12` → 28 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  if (column < 1 || column > 16_384) throw new SpreadsheetFault('damaged');
  return column;
}
