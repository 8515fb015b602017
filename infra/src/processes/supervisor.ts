import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Exit, ManagedProcess, type ProcessSpec } from './managed-process.ts';
import { RunFile } from './run-file.ts';

const STEADY_MS = 10_000;
const LONGEST_PAUSE_MS = 5000;

/** Told of every end that nobody asked for, and how long until it is started again. */
export type OnCrash = (name: string, exit: Exit, restartInMs: number) => void;

interface Watched {
  current: ManagedProcess;
  /** Crashes in a row, none of them after a steady run. */
  crashes: number;
  restart?: NodeJS.Timeout;
  stopping: boolean;
}

/**
 * Keeps named processes alive: one that ends by itself is started again at once, one that keeps ending after a
 * pause that doubles from 100 ms to 5 s. Ends all of them with itself, however it ends.
 */
export class Supervisor {
  readonly logDir: string;
  private readonly runFile: RunFile;
  private readonly onCrash: OnCrash;
  private readonly watched = new Map<string, Watched>();
  private readonly lastResort = (): void => this.killAll();

  constructor(dataDir: string, onCrash: OnCrash = () => undefined) {
    this.logDir = join(dataDir, 'logs');
    this.runFile = new RunFile(dataDir);
    this.onCrash = onCrash;
    process.once('exit', this.lastResort);
  }

  /** To be called once, before anything is started. Returns the names of the leftovers it ended. */
  takeOver(): Promise<string[]> {
    return this.runFile.takeOver();
  }

  start(spec: ProcessSpec): ManagedProcess {
    if (this.watched.has(spec.name)) throw new Error(`${spec.name} is started already`);
    const current = this.launch(spec);
    const watched: Watched = { current, crashes: 0, stopping: false };
    this.watched.set(spec.name, watched);
    this.watch(watched);
    return current;
  }

  /** The process that runs under this name now; after a crash it is another one. */
  process(name: string): ManagedProcess {
    return this.find(name).current;
  }

  /** How often it crashed in a row without a steady run between. */
  crashesOf(name: string): number {
    return this.find(name).crashes;
  }

  get names(): string[] {
    return [...this.watched.keys()];
  }

  /** Signals one process as an operator would; a fatal signal resolves when it is gone, and it is started again. */
  async kill(name: string, signal: NodeJS.Signals): Promise<void> {
    const { current } = this.find(name);
    current.signal(signal);
    if (signal === 'SIGKILL' || signal === 'SIGTERM' || signal === 'SIGINT') await current.exited;
  }

  /** Stops these together and waits for them. */
  async stop(names: string[]): Promise<void> {
    await Promise.all(names.map((name) => this.stopOne(name)));
    this.record();
    if (this.watched.size > 0) return;
    process.removeListener('exit', this.lastResort);
    this.runFile.remove();
  }

  /** The end of a process's log, for the message that says why it does not start. */
  logTail(name: string, lines = 15): string {
    return readFileSync(join(this.logDir, `${name}.log`), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(-lines)
      .join('\n');
  }

  private async stopOne(name: string): Promise<void> {
    const watched = this.watched.get(name);
    if (!watched) return;
    watched.stopping = true;
    clearTimeout(watched.restart);
    await watched.current.stop();
    this.watched.delete(name);
  }

  private launch(spec: ProcessSpec): ManagedProcess {
    return new ManagedProcess(spec, join(this.logDir, `${spec.name}.log`));
  }

  private watch(watched: Watched): void {
    this.record();
    const { current } = watched;
    const again = (exit: Exit): void => this.startAgain(watched, exit);
    current.exited.then(again, () => again({ code: 127, signal: null }));
  }

  private startAgain(watched: Watched, exit: Exit): void {
    if (watched.stopping) return;
    const { current } = watched;
    // Its children must not live on beside the ones of its successor.
    current.killGroup();
    watched.crashes = Date.now() - current.startedAt > STEADY_MS ? 1 : watched.crashes + 1;
    const pauseMs = watched.crashes === 1 ? 0 : Math.min(100 * 2 ** (watched.crashes - 2), LONGEST_PAUSE_MS);
    this.onCrash(current.spec.name, exit, pauseMs);
    watched.restart = setTimeout(() => {
      watched.current = this.launch(current.spec);
      this.watch(watched);
    }, pauseMs);
  }

  private record(): void {
    this.runFile.write([...this.watched].map(([name, { current }]) => ({ name, pid: current.pid })));
  }

  private killAll(): void {
    for (const { current } of this.watched.values()) current.killGroup();
  }

  private find(name: string): Watched {
    const watched = this.watched.get(name);
    if (!watched) throw new Error(`no process is called ${name}; there are: ${this.names.join(', ')}`);
    return watched;
  }
}
