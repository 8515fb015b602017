import { OperatorError } from '../src/operator-error.ts';
import { type OnProgress, step } from '../src/progress.ts';
import { buildWorker } from './build.ts';
import { builtWorker, downloadedWorker, workerRuns, workersDir } from './cache.ts';
import { downloadWorker } from './download.ts';
import { withLock } from './lock.ts';

/**
 * The path of a mediasoup worker that runs on this machine: `MEDIASOUP_WORKER_BIN`, else the one in the cache, else
 * mediasoup's own prebuilt one, else one built here from the npm package's sources (about 6 minutes on two cores).
 */
export function ensureMediasoupWorker(onProgress: OnProgress): Promise<string> {
  return step(onProgress, 'worker', async (detail) => {
    const given = process.env.MEDIASOUP_WORKER_BIN;
    if (given) return checked(given);
    return cachedWorker() ?? (await withLock(workersDir, detail, () => getWorker(detail)));
  });
}

/** What is in the cache and runs; `undefined` when nothing is. */
export function cachedWorker(): string | undefined {
  return [downloadedWorker, builtWorker()].find(workerRuns);
}

/** Another clone may have put it into the cache while we waited for the lock. */
async function getWorker(detail: (text: string) => void): Promise<string> {
  return cachedWorker() ?? (await downloadWorker(detail)) ?? (await buildWorker(detail));
}

function checked(given: string): string {
  if (workerRuns(given)) return given;
  throw new OperatorError({
    vi: `MEDIASOUP_WORKER_BIN=${given} không chạy được trên máy này: hãy sửa đường dẫn hoặc bỏ biến đó.`,
    en: `MEDIASOUP_WORKER_BIN=${given} does not run on this machine: correct the path or unset the variable.`,
  });
}
