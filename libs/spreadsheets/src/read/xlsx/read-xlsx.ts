import { SpreadsheetFault } from '../fault.js';
import type { Row } from '../row.js';
import { Archive } from '../zip/archive.js';
import { readSharedStrings } from './shared-strings.js';
import { readSheet } from './sheet.js';
import { readStyles } from './styles.js';
import { readWorkbook } from './workbook.js';

/** The rows of the first visible sheet that holds any. */
export async function* readXlsx(bytes: Uint8Array): AsyncGenerator<Row> {
  const archive = await Archive.open(bytes);
  const workbook = await readWorkbook(archive);
  const tables = {
    strings: await readSharedStrings(archive, workbook.sharedStrings),
    styles: await readStyles(archive, workbook.styles),
    date1904: workbook.date1904,
  };
  for (const sheet of workbook.sheets) {
    let rows = 0;
    for await (const row of readSheet(archive, sheet, tables)) {
      rows += 1;
      yield row;
    }
    if (rows > 0) return;
  }
  throw new SpreadsheetFault('noSheet');
}
