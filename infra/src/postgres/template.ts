import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../machine/accounts.ts';
import { makeSecret } from '../machine/secrets.ts';
import { postgresBinaries, postgresVersion, readableCache } from './binaries.ts';
import { initdb } from './cluster.ts';

/** A new cluster to copy for throw-away data: a copy takes a tenth of what initdb takes. */
export interface ClusterTemplate {
  folder: string;
  /** Generated with it, once for this machine. */
  password: string;
}

/** Made on the first call; whoever else makes it at the same time wins or loses, but both have a whole one. */
export function clusterTemplate(account: Account | undefined): ClusterTemplate {
  const home = join(readableCache(account), 'clusters', postgresVersion());
  const read = (): ClusterTemplate => ({
    folder: join(home, 'cluster'),
    password: readFileSync(join(home, 'password'), 'utf8'),
  });
  if (existsSync(home)) return read();

  const draft = `${home}.${process.pid}`;
  const password = makeSecret();
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  if (account) chownSync(draft, account.uid, account.gid);
  initdb(join(draft, 'cluster'), draft, {
    binaries: postgresBinaries(account),
    account,
    password,
    durable: false,
  });
  writeFileSync(join(draft, 'password'), password, { mode: 0o600 });
  try {
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return read();
}
