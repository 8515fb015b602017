import { copyFileSync } from 'node:fs';
import { ensureMediasoupWorker } from '../worker/ensure.ts';
import { OperatorError } from '../src/operator-error.ts';
import { command } from '../src/terminal/command.ts';
import { progressPrinter } from '../src/terminal/progress-printer.ts';

/** `node infra/images/worker.ts FILE`: puts a mediasoup worker that runs on this machine there, for the image. */
await command(async ([target]) => {
  if (!target) throw new OperatorError({ vi: 'Thiếu tên tệp đích.', en: 'Where to? Name a file.' });
  copyFileSync(await ensureMediasoupWorker(progressPrinter()), target);
});
