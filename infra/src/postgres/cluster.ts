import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from '../machine/accounts.ts';
import { openToPassThrough } from '../machine/folders.ts';
import { OperatorError } from '../operator-error.ts';

export const SUPERUSER = 'diemcau';
export const MAJOR = '18';

interface ClusterOptions {
  dataDir: string;
  password: string;
  binaries: string;
  account: Account | undefined;
  /** Whether a power cut may lose nothing; throw-away clusters are made faster without. */
  durable: boolean;
  /** A new cluster with this very password, to be copied instead of made. */
  template?: string | undefined;
}

/** The folder of the database cluster, made on the first start. Nothing half made is ever taken for a whole one. */
export function ensureCluster(options: ClusterOptions): string {
  const home = homeOf(options);
  const cluster = join(home, MAJOR);
  if (existsSync(cluster)) return cluster;

  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  if (options.template === undefined) initdb(draft, home, options);
  else copyCluster(options.template, draft, options.account);
  renameSync(draft, cluster);
  return cluster;
}

/** `<data>/postgres`, or a link there to a folder that the unprivileged account can reach. */
function homeOf({ dataDir, account, durable }: ClusterOptions): string {
  const place = join(dataDir, 'postgres');
  const isThere = lstatSync(place, { throwIfNoEntry: false });
  if (!isThere) {
    if (!account || openToPassThrough(account, dataDir)) mkdirSync(place, { mode: 0o700 });
    else symlinkSync(elsewhere(durable ? '/var/lib/diemcau' : join(tmpdir(), 'diemcau')), place);
    if (account) chownSync(place, account.uid, account.gid);
  }
  return realpathSync(place);
}

function elsewhere(parent: string): string {
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  return mkdtempSync(join(parent, 'postgres-'));
}

/** What is copied stays its account's own. */
function copyCluster(from: string, to: string, account: Account | undefined): void {
  const copied = spawnSync('cp', ['-R', from, to], {
    cwd: '/',
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  if (copied.status === 0) return;
  throw new OperatorError({
    vi: `Không chép được cơ sở dữ liệu trống từ ${from} sang ${to}: hãy xem còn đủ chỗ trống không.`,
    en: `The empty database could not be copied from ${from} to ${to}: look whether there is room left.`,
  });
}

/** Makes a new cluster. */
export function initdb(
  target: string,
  home: string,
  { binaries, password, account, durable }: Omit<ClusterOptions, 'dataDir' | 'template'>,
): void {
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const access = ['-U', SUPERUSER, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256'];
  const content = ['-E', 'UTF8', '--locale=C.UTF-8', '--no-instructions', ...(durable ? [] : ['--no-sync'])];
  const made = spawnSync(join(binaries, 'bin', 'initdb'), ['-D', target, ...access, ...content], {
    encoding: 'utf8',
    cwd: home,
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  rmSync(passwordFile);
  if (made.status === 0) return;
  const reason = (made.stderr || String(made.error)).trim().split('\n').at(-1) ?? '';
  throw new OperatorError({
    vi: `Không tạo được cơ sở dữ liệu trong ${home}: ${reason}`,
    en: `The database in ${home} could not be created: ${reason}`,
  });
}
