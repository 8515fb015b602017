import { explain } from '../operator-error.ts';

/** Runs a command of `npm run …`: a clear sentence and an exit code other than 0 when it fails. */
export async function command(main: (args: string[]) => Promise<number | void>): Promise<void> {
  try {
    process.exit((await main(process.argv.slice(2))) ?? 0);
  } catch (error) {
    process.stderr.write(`${process.stderr.isTTY ? '\x1b[2K\r' : ''}${explain(error)}\n`);
    process.exit(1);
  }
}

/** Ctrl-C, kill and a closed terminal: resolves at the first, ignores the later ones while we stop. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
  });
}
