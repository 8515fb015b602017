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

/** `<data>/secrets.json`, readable to its owner only, made on the first start. */
export function ensureSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json');
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<Secrets>) : {};
  const secrets: Secrets = {
    databasePassword: kept.databasePassword ?? make(),
    natsPassword: kept.natsPassword ?? make(),
    accessTokenSecret: kept.accessTokenSecret ?? make(),
    ticketSecret: kept.ticketSecret ?? make(),
    secretsKey: kept.secretsKey ?? make(),
  };
  writeFileSync(path, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

function make(): string {
  return randomBytes(32).toString('base64url');
}
