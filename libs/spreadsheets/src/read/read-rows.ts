import { contentKind } from './content-kind.js';
import { readCsv } from './csv/read-csv.js';
import { SpreadsheetFault } from './fault.js';
import { limits } from './limits.js';
import type { Row } from './row.js';
import { settleWriting } from './vietnamese/settle-writing.js';
import { readXlsx } from './xlsx/read-xlsx.js';

/**
 * The rows of an .xlsx or .csv file that hold something, one after the other: besides the file itself and an .xlsx's table
 * of texts, memory does not grow with them. What kind of file it is, is found from its content.
 * @throws SpreadsheetFault when the file is refused, also in the middle of it
 */
export async function* readRows(bytes: Uint8Array): AsyncGenerator<Row> {
  if (bytes.length > limits.fileBytes) throw new SpreadsheetFault('tooLarge');
  const rows = contentKind(bytes) === 'zip' ? readXlsx(bytes) : readCsv(bytes);
  let count = 0;
  for await (const row of settleWriting(rows)) {
    count += 1;
    if (count > limits.rows) throw new SpreadsheetFault('tooManyRows', { row: row.number, column: 1 });
    yield row;
  }
}
