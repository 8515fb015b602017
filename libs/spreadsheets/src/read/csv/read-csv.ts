import { isUtf8 } from 'node:buffer';
import { SpreadsheetFault } from '../fault.js';
import type { Row } from '../row.js';
import { delimiterOf } from './delimiter.js';
import { type CsvEncoding, encodingOf } from './encoding.js';
import { CsvParser } from './parser.js';

const pieceBytes = 64 * 1024;

/** The rows of delimited text, whatever it is encoded in. @throws SpreadsheetFault `encoding` with the first cell in doubt */
export async function* readCsv(bytes: Uint8Array): AsyncGenerator<Row> {
  const encoding = encodingOf(bytes);
  if (encoding === null) throw undecodable(bytes);
  if (!encoding.startsWith('utf-16') && bytes.subarray(0, 4096).includes(0)) {
    throw new SpreadsheetFault('notATable');
  }
  let parser: CsvParser | undefined;
  for (let text of textOf(bytes, encoding)) {
    if (!parser) {
      const { delimiter, skip } = delimiterOf(text);
      parser = new CsvParser(delimiter);
      text = text.slice(skip);
    }
    yield* parser.write(text);
  }
  if (parser) yield* parser.end();
}

function* textOf(bytes: Uint8Array, encoding: CsvEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
  }
  yield decoder.decode();
}

/** Where the text stops being UTF-8, which is where a reader would stumble. */
function undecodable(bytes: Uint8Array): SpreadsheetFault {
  let parser: CsvParser | undefined;
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    // One character a byte, so that the bytes can be had back.
    const text = Buffer.from(bytes.subarray(at, at + pieceBytes)).toString('latin1');
    parser ??= new CsvParser(delimiterOf(text).delimiter);
    for (const { number: row, cells } of parser.write(text)) {
      const column = cells.findIndex((cell) => !isUtf8(Buffer.from(cell, 'latin1'))) + 1;
      if (column > 0) return new SpreadsheetFault('encoding', { row, column });
    }
  }
  return new SpreadsheetFault('encoding');
}
