import { constants } from 'node:os';
import { explain } from '../operator-error.ts';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a command of `npm run …`: a clear sentence and an exit code other than 0 when it fails. */
export async function command(main: (args: string[]) => Promise<number | void>): Promise<void> {
  // Leaving by ourselves, not by the signal, lets the exit handlers end the children.
  for (const signal of STOP_SIGNALS) process.on(signal, () => process.exit(128 + constants.signals[signal]));
  try {
    process.exit((await main(process.argv.slice(2))) ?? 0);
  } catch (error) {
    process.stderr.write(`${process.stderr.isTTY ? '\x1b[2K\r' : ''}${explain(error)}\n`);
    process.exit(1);
  }
}

/** Starts something, says so, and stops it at Ctrl-C, kill or a closed terminal. Returns the exit code. */
export async function untilStopped<T extends { stop(): Promise<void> }>(
  start: () => Promise<T>,
  onReady: (running: T) => void,
): Promise<number> {
  const asked = stopSignal();
  const running = await Promise.race([start(), asked]);
  // Before everything ran: leaving ends every child (see Supervisor).
  if (typeof running === 'string') return 130;
  onReady(running);
  await asked;
  process.stdout.write('\n  … đang dừng · stopping\n');
  await running.stop();
  process.stdout.write('  ✓ đã dừng · stopped\n');
  return 0;
}

/** Resolves at the first signal; the later ones find us stopping already. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of STOP_SIGNALS) process.removeAllListeners(signal).on(signal, resolve);
  });
}
