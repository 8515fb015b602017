import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSecrets } from '../machine/secrets.ts';
import { MAJOR } from './cluster.ts';
import { databaseUrlAt } from './postgres.ts';

/** The address of the database that runs from a data folder; undefined when none does. */
export function runningPostgres(dataDir: string): string | undefined {
  // PostgreSQL's own note of where it listens; the fourth line is the port.
  const note = join(dataDir, 'postgres', MAJOR, 'postmaster.pid');
  if (!existsSync(note)) return undefined;
  const port = Number(readFileSync(note, 'utf8').split('\n')[3]);
  return databaseUrlAt(port, ensureSecrets(dataDir).databasePassword);
}
