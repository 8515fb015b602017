import { existsSync } from 'node:fs';
import { OperatorError } from '../src/operator-error.ts';
import { type OnProgress, step } from '../src/progress.ts';

/** The path of a mediasoup worker that runs on this machine. */
export function ensureMediasoupWorker(onProgress: OnProgress): Promise<string> {
  return step(onProgress, 'worker', () => {
    const given = process.env.MEDIASOUP_WORKER_BIN;
    if (given && existsSync(given)) return given;
    throw new OperatorError({
      vi: 'Hãy đặt MEDIASOUP_WORKER_BIN tới mediasoup-worker.',
      en: 'Set MEDIASOUP_WORKER_BIN to mediasoup-worker.',
    });
  });
}
