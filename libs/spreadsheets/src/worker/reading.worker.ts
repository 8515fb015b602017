import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { SpreadsheetFault } from '../read/fault.js';
import { readRows } from '../read/read-rows.js';
import type { Row } from '../read/row.js';
import type { Given, Said } from './messages.js';

const port = parentPort;
if (!port) throw new Error('This file is for a worker thread.');
const say = (said: Said): void => port.postMessage(said);

try {
  const { bytes, batchRows } = workerData as Given;
  let rows: Row[] = [];
  for await (const row of readRows(bytes)) {
    rows.push(row);
    if (rows.length < batchRows) continue;
    say({ rows });
    rows = [];
    await once(port, 'message');
  }
  if (rows.length > 0) say({ rows });
  say({ end: true });
} catch (error) {
  if (!(error instanceof SpreadsheetFault)) throw error;
  say({ fault: error.code, place: error.place });
}
port.close();
