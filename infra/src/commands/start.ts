import { startInstallation } from '../system/installation.ts';
import { command, untilStopped } from '../terminal/command.ts';
import { progressPrinter } from '../terminal/progress-printer.ts';
import { welcome } from '../terminal/welcome.ts';

const startedAt = Number(process.env.DIEMCAU_STARTED_AT ?? Date.now());

/** `npm start`: everything from a fresh checkout to a running installation, until Ctrl-C. */
await command(async () => {
  process.stdout.write('Điểm Cầu\n');
  return untilStopped(
    () => startInstallation(progressPrinter()),
    (system) => process.stdout.write(welcome(system, Date.now() - startedAt)),
  );
});
