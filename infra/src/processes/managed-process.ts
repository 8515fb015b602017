import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from '../machine/accounts.ts';
import { descendantsOf, identityOf } from './identity.ts';
import { signalGroup } from './run-file.ts';
import { until } from './until.ts';

export interface ProcessSpec {
  /** Unique; also the name of the log file. */
  name: string;
  command: string;
  args: string[];
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** Runs as this account instead of ours (only root can). */
  account?: Account;
  /** Where its output goes. Default its log. */
  output?: 'log' | 'terminal';
  /** Asks it to stop. Default SIGTERM. */
  stopSignal?: NodeJS.Signals;
  /** Sent by the kernel when we die without having stopped it. Default SIGKILL. */
  orphanSignal?: NodeJS.Signals;
  /** How long it may take to stop before it is killed, in ms. Default 10,000. */
  graceMs?: number;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

const LOG_LIMIT_BYTES = 20 * 1024 * 1024;
/** The kernel needs a moment for what was killed, more on a busy machine. */
const goneWithinMs = 2000;
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/** One child in its own process group, its output in a log file. */
export class ManagedProcess {
  readonly spec: ProcessSpec;
  readonly logPath: string;
  readonly startedAt = Date.now();
  readonly exited: Promise<Exit>;
  readonly pid: number;
  private readonly child: ChildProcess;

  constructor(spec: ProcessSpec, logPath: string) {
    this.spec = spec;
    this.logPath = logPath;
    const log = spec.output === 'terminal' ? undefined : openLog(logPath);
    const [command, args] = withGuards(spec);
    this.child = spawn(command, args, {
      cwd: spec.cwd,
      env: { ...process.env, ...spec.env },
      detached: true,
      stdio: ['ignore', log ?? 'inherit', log ?? 'inherit'],
      ...(SETPRIV ? {} : spec.account && { uid: spec.account.uid, gid: spec.account.gid }),
    });
    if (log !== undefined) closeSync(log);
    this.pid = this.child.pid ?? 0;
    this.exited = new Promise((resolve, reject) => {
      this.child.once('exit', (code, signal) => resolve({ code, signal }));
      this.child.once('error', reject);
    });
    // Whoever awaits sees the error; nobody awaiting must not end our own process.
    this.exited.catch(() => undefined);
  }

  get running(): boolean {
    return this.pid > 0 && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** To this process alone, not to its group: what a crash or an operator would do. */
  signal(signal: NodeJS.Signals): void {
    if (this.running) process.kill(this.pid, signal);
  }

  /** Asks politely, then kills what is left of the group, and waits until that is gone, too. */
  async stop(): Promise<void> {
    const { stopSignal = 'SIGTERM', graceMs = 10_000 } = this.spec;
    const children = descendantsOf(this.pid);
    this.signal(stopSignal);
    const aborter = new AbortController();
    await Promise.race([this.exited, sleep(graceMs, undefined, { signal: aborter.signal })]).catch(
      () => undefined,
    );
    aborter.abort();
    children.push(...descendantsOf(this.pid));
    this.killGroup();
    await this.exited.catch(() => undefined);
    await until(() => !children.some((pid) => identityOf(pid)), { withinMs: goneWithinMs, everyMs: 10 });
  }

  killGroup(): void {
    if (this.pid > 0) signalGroup(this.pid, 'SIGKILL');
  }
}

/** setpriv makes the kernel signal the child when we die, even by SIGKILL, and drops root before it starts. */
function withGuards(spec: ProcessSpec): [command: string, args: string[]] {
  if (!SETPRIV) return [spec.command, spec.args];
  const orphanSignal = (spec.orphanSignal ?? 'SIGKILL').replace('SIG', '');
  const account = spec.account
    ? [`--reuid=${spec.account.uid}`, `--regid=${spec.account.gid}`, '--clear-groups']
    : [];
  return [SETPRIV, [...account, `--pdeathsig=${orphanSignal}`, '--', spec.command, ...spec.args]];
}

function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && statSync(path).size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a');
}
