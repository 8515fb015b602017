import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { SpreadsheetFault } from '../read/fault.js';
import type { Row } from '../read/row.js';
import type { Given, Said } from './messages.js';

/** The most the reading thread may use, in MiB; a file that needs more is refused. */
const memory = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };

/**
 * As `readRows`, in a thread of its own: whoever else the process serves does not wait for a table to be unpacked. The
 * bytes move to that thread. Ending early (`break`) ends the thread.
 * @throws SpreadsheetFault when the file is refused, also in the middle of it
 */
export async function* readInWorker(bytes: Uint8Array, batchRows = 500): AsyncGenerator<readonly Row[]> {
  const own = new Uint8Array(bytes);
  const worker = new Worker(new URL('./reading.worker.js', import.meta.url), {
    workerData: { bytes: own, batchRows } satisfies Given,
    transferList: [own.buffer],
    resourceLimits: memory,
    // What the process was started with (a debugger, a loader) is none of the thread's business.
    execArgv: [],
    name: 'spreadsheet',
  });
  try {
    for await (const [said] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[Said]>) {
      if ('end' in said) return;
      if ('fault' in said) throw new SpreadsheetFault(said.fault, said.place);
      yield said.rows;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
      worker.postMessage('more');
    }
    throw new Error('the reading thread ended before the file did');
  } catch (error) {
    throw isOutOfMemory(error) ? new SpreadsheetFault('tooManyStrings') : error;
  } finally {
    await worker.terminate();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
