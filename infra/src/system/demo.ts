import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectDir } from '../machine/folders.ts';

const run = promisify(execFile);

export interface DemoAccount {
  role: string;
  userName: string;
  password: string;
  displayName: string;
}

export interface DemoRoom {
  slug: string;
  name: string;
}

/** What the demo province holds; the accounts only when this start made them. */
export interface Demo {
  accounts: DemoAccount[];
  rooms: DemoRoom[];
  /** Keeps the accounts for later, readable to the owner only. */
  accountsFile: string;
}

/** What `demo-accounts.json` keeps; with rooms only once everything is seeded. */
interface Kept {
  accounts?: DemoAccount[];
  rooms?: DemoRoom[];
}

interface Seeded extends Kept {
  seeded: boolean;
}

/** Fills an empty installation with the demo province; each service's seed leaves existing data alone. */
export async function seedDemo(dataDir: string, env: Record<string, string>): Promise<Demo> {
  const accountsFile = join(dataDir, 'demo-accounts.json');
  const keep = (all: Kept): void =>
    writeFileSync(accountsFile, JSON.stringify(all, null, 2), { mode: 0o600 });
  const kept = readKept(accountsFile);

  const identity = await seed('identity', env);
  const accounts = identity.accounts ?? kept.accounts ?? [];
  // At once: the passwords are told only this time, and what follows may fail.
  if (identity.seeded) keep({ accounts });

  const meetings = await seed('meetings', env);
  const rooms = meetings.rooms ?? kept.rooms ?? [];
  keep({ accounts, rooms });
  return { accounts: identity.accounts ?? [], rooms, accountsFile };
}

/** The demo province that an earlier start has made completely; saves asking the services again. */
export function demoMadeEarlier(dataDir: string): Demo | undefined {
  const accountsFile = join(dataDir, 'demo-accounts.json');
  const { rooms } = readKept(accountsFile);
  return rooms && { accounts: [], rooms, accountsFile };
}

/** A service that has just started on a busy machine may not answer yet. */
const TRIES = 5;
const PAUSE_MS = 1000;

async function seed(service: string, env: Record<string, string>): Promise<Seeded> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await seedOnce(service, env);
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** The seed programs print one line of JSON, and do all or nothing. */
async function seedOnce(service: string, env: Record<string, string>): Promise<Seeded> {
  const program = join(projectDir, 'apps', service, 'dist', 'demo', 'seed.main.js');
  const { stdout } = await run(process.execPath, [program], { env: { ...process.env, ...env } });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Seeded;
}

function readKept(path: string): Kept {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Kept) : {};
}
