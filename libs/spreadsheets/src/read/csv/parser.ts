import { SpreadsheetFault } from '../fault.js';
import { limits } from '../limits.js';
import type { Row } from '../row.js';

/** RFC 4180 as a stream: text goes in as it comes, rows come out. A quote within an unquoted cell is an ordinary character. */
export class CsvParser {
  private rows: Row[] = [];
  private cells: string[] = [];
  private cell = '';
  private quoted = false;
  /** Just behind a quote that may end the cell or be the first of two. */
  private afterQuote = false;
  private hadQuotes = false;
  private line = 1;
  private rowLine = 1;
  private afterReturn = false;
  private openedAt = { row: 1, column: 1 };

  constructor(private readonly delimiter: string) {}

  /** Row numbers are those of lines, as editors count them. */
  write(text: string): Row[] {
    for (const character of text) this.take(character);
    return this.given();
  }

  /** @throws SpreadsheetFault `unclosedQuote` */
  end(): Row[] {
    if (this.quoted && !this.afterQuote) throw new SpreadsheetFault('unclosedQuote', this.openedAt);
    if (this.cell !== '' || this.cells.length > 0) this.endRow();
    return this.given();
  }

  private given(): Row[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private take(character: string): void {
    const isFeedOfPair = character === '\n' && this.afterReturn;
    this.afterReturn = character === '\r';
    if (isFeedOfPair) {
      if (this.quoted && !this.afterQuote) this.add('\n');
      return;
    }
    if (this.quoted && !this.afterQuote) return this.takeQuoted(character);
    if (this.afterQuote && character === '"') {
      this.afterQuote = false;
      return this.add('"');
    }
    if (character === this.delimiter) return this.endCell();
    if (character === '\n' || character === '\r') return this.endRow();
    if (character === '"' && this.cell === '' && !this.hadQuotes) return this.openQuote();
    this.add(character);
  }

  private takeQuoted(character: string): void {
    if (character === '"') {
      this.afterQuote = true;
      return;
    }
    if (character === '\n' || character === '\r') this.line += 1;
    if (character !== '\r') this.add(character);
  }

  private openQuote(): void {
    this.quoted = true;
    this.hadQuotes = true;
    this.afterQuote = false;
    this.openedAt = { row: this.line, column: this.cells.length + 1 };
  }

  private add(character: string): void {
    this.cell += character;
    if (this.cell.length <= limits.cellChars + 200) return;
    // A quote that is never closed swallows the rest of the file.
    if (this.quoted) throw new SpreadsheetFault('unclosedQuote', this.openedAt);
    throw new SpreadsheetFault('cellTooLong', { row: this.line, column: this.cells.length + 1 });
  }

  private endCell(): void {
    const column = this.cells.length + 1;
    const text = tidy(this.cell);
    if (text.length > limits.cellChars)
      throw new SpreadsheetFault('cellTooLong', { row: this.rowLine, column });
    if (text !== '' && column > limits.columns) {
      throw new SpreadsheetFault('tooManyColumns', { row: this.rowLine, column });
    }
    if (column <= limits.columns) this.cells.push(text);
    this.cell = '';
    this.quoted = false;
    this.afterQuote = false;
    this.hadQuotes = false;
  }

  private endRow(): void {
    this.endCell();
    while (this.cells.at(-1) === '') this.cells.pop();
    if (this.cells.length > 0) this.rows.push({ number: this.rowLine, cells: this.cells, doubts: [] });
    this.cells = [];
    this.line += 1;
    this.rowLine = this.line;
  }
}

/** The apostrophe keeps spreadsheet programs from running a cell as a formula; it is not part of the text. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
