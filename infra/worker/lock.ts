import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf } from '../src/processes/identity.ts';

/** Runs `work` while no other process does so in this folder: two clones shall not build the same worker at once. */
export async function withLock<T>(
  folder: string,
  detail: (text: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock');
  while (!take(lock)) {
    detail('chờ lần dựng đang chạy / waiting for the build that is running');
    await sleep(1000);
  }
  const release = (): void => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid} ${identityOf(process.pid)}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** A holder that was killed holds nothing. */
function isHeld(lock: string): boolean {
  try {
    const [pid, identity] = readFileSync(lock, 'utf8').split(' ');
    return identity === undefined || identityOf(Number(pid)) === identity;
  } catch {
    return false;
  }
}
