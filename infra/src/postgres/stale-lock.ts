import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * After a kill -9 `postmaster.pid` names a pid that another process may have by now; PostgreSQL would then refuse to
 * start. Removed only in that case: PostgreSQL itself judges the others, for the file also guards shared memory that
 * backends of the dead server may still use.
 */
export function removeStaleLock(cluster: string): void {
  const lock = join(cluster, 'postmaster.pid');
  const pid = Number(readText(lock)?.split('\n')[0]);
  if (!pid) return;
  const commandLine = readText(`/proc/${pid}/cmdline`);
  if (commandLine !== undefined && !commandLine.includes(cluster)) rmSync(lock, { force: true });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
