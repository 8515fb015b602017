import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Account } from './accounts.ts';

/** The checkout. */
export const projectDir = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

/** The services' code as V8 compiled it, so that what crashed is back sooner; is made anew whenever it is missing. */
export const compileCacheDir = join(projectDir, 'node_modules', '.cache', 'compiled');

/** Where `npm start` keeps everything: `DIEMCAU_DATA`, else `.data` in the checkout. */
export function dataDir(): string {
  return resolve(process.env.DIEMCAU_DATA ?? join(projectDir, '.data'));
}

/** What is costly to get and the same for every checkout: `DIEMCAU_CACHE`, else the user's cache folder. */
export function cacheDir(): string {
  return (
    process.env.DIEMCAU_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'diemcau')
  );
}

/** Marks a data folder as ours: `npm run reset` deletes no folder without it. */
const MARKER = 'diemcau-data';

export function isDataDir(path: string): boolean {
  return existsSync(join(path, MARKER));
}

export function makeDataDir(path: string): void {
  mkdirSync(path, { recursive: true });
  if (!isDataDir(path))
    writeFileSync(join(path, MARKER), 'This folder belongs to Điểm Cầu; `npm run reset` deletes it.\n');
}

/** Whether this account may pass through a folder and all above it. */
export function canEnter(account: Account, folder: string): boolean {
  return spawnSync('test', ['-x', folder], { uid: account.uid, gid: account.gid }).status === 0;
}

/** Lets other accounts pass through (not list) a folder of ours whose parents they can pass already. */
export function openToPassThrough(account: Account, folder: string): boolean {
  if (canEnter(account, folder)) return true;
  if (!canEnter(account, dirname(folder))) return false;
  chmodSync(folder, statSync(folder).mode | 0o011);
  return true;
}
