import { OperatorError } from '../operator-error.ts';
import { DEVELOPABLE } from '../system/develop.ts';
import { startInstallation } from '../system/installation.ts';
import { command, untilStopped } from '../terminal/command.ts';
import { progressPrinter } from '../terminal/progress-printer.ts';
import { welcome } from '../terminal/welcome.ts';

const startedAt = Number(process.env.DIEMCAU_STARTED_AT ?? Date.now());

/** `npm run dev SERVICE`, `pnpm dev` in its folder: the house runs, that service is reloaded when it is saved. */
await command(async ([name]) => {
  const develop = DEVELOPABLE.find((one) => one === name);
  if (!develop) throw unknown(name);
  return untilStopped(
    () => startInstallation(progressPrinter(), develop),
    (system) => process.stdout.write(welcome(system, Date.now() - startedAt)),
  );
});

function unknown(name = ''): OperatorError {
  const names = DEVELOPABLE.join('|');
  return new OperatorError({
    vi: `Chạy "npm run dev ${names}"; không có "${name}".`,
    en: `Run "npm run dev ${names}"; there is no "${name}".`,
  });
}
