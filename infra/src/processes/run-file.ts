import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { identityOf } from './identity.ts';
import { until } from './until.ts';

interface Recorded {
  name: string;
  pid: number;
  identity: string;
}

/** Who runs from a data folder now: the owner (`npm start`) and what it started. */
export interface Run {
  owner: Recorded;
  processes: Recorded[];
}

/**
 * `<data>/run/processes.json`: lets a start find what an earlier one left behind when it was killed. Every pid is
 * kept with its process's identity, so that a pid in use by somebody else is never signalled.
 */
export class RunFile {
  readonly path: string;

  constructor(dataDir: string) {
    this.path = join(dataDir, 'run', 'processes.json');
  }

  /** Refuses when another living start owns the folder; ends what a dead one left. Returns the names it ended. */
  async takeOver(): Promise<string[]> {
    const run = this.read();
    const owner = run?.owner;
    // One that was just told to stop gets the time to do so.
    const gone =
      !owner || owner.pid === process.pid || (await until(() => !isAlive(owner), { withinMs: 5000 }));
    if (!gone) {
      throw new OperatorError({
        vi: `Điểm Cầu đang chạy từ thư mục dữ liệu này (pid ${owner.pid}): hãy dừng nó, hoặc đặt DIEMCAU_DATA tới thư mục khác.`,
        en: `Điểm Cầu is already running from this data folder (pid ${owner.pid}): stop it, or set DIEMCAU_DATA to another folder.`,
      });
    }
    const left = run?.processes.filter(isAlive) ?? [];
    await end(left);
    this.write([]);
    return left.map((one) => one.name);
  }

  write(processes: { name: string; pid: number }[]): void {
    this.writeRun({
      owner: record('start', process.pid),
      processes: processes.map((p) => record(p.name, p.pid)),
    });
  }

  /** Whole or not at all: a start may be killed at any moment. */
  writeRun(run: Run): void {
    mkdirSync(dirname(this.path), { recursive: true });
    const draft = `${this.path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(run, null, 2));
    renameSync(draft, this.path);
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }

  /** What the file says, `undefined` when there is none or it was cut short. */
  read(): Run | undefined {
    try {
      return JSON.parse(readFileSync(this.path, 'utf8')) as Run;
    } catch {
      return undefined;
    }
  }
}

function record(name: string, pid: number): Recorded {
  return { name, pid, identity: identityOf(pid) ?? '' };
}

function isAlive(one: Recorded): boolean {
  return one.identity !== '' && identityOf(one.pid) === one.identity;
}

async function end(left: Recorded[]): Promise<void> {
  // SIGINT is PostgreSQL's fast shutdown; the others take it as a request to stop as well.
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    for (const one of left.filter(isAlive)) signalGroup(one.pid, signal);
    if (await until(() => !left.some(isAlive), { withinMs: 5000 })) return;
  }
}

/** Signals a whole process group; no group, no harm. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
