import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What only this installation knows: 32 random bytes each, in letters that are safe in a URL. */
export interface Secrets {
  databasePassword: string;
  natsPassword: string;
  accessTokenSecret: string;
  ticketSecret: string;
  secretsKey: string;
}

/**
 * `<data>/secrets.json`, readable to its owner only, made on the first start.
 * @param databasePassword for the first start alone, when the database has one already
 */
export function ensureSecrets(dataDir: string, databasePassword?: string): Secrets {
  const path = join(dataDir, 'secrets.json');
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<Secrets>) : {};
  const secrets: Secrets = {
    databasePassword: kept.databasePassword ?? databasePassword ?? makeSecret(),
    natsPassword: kept.natsPassword ?? makeSecret(),
    accessTokenSecret: kept.accessTokenSecret ?? makeSecret(),
    ticketSecret: kept.ticketSecret ?? makeSecret(),
    secretsKey: kept.secretsKey ?? makeSecret(),
  };
  writeFileSync(path, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}
