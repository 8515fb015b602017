import { eventually } from '@diemcau/testing/service';
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(import.meta.dirname, 'replica.mjs');

/** Processes of the built service that live in a time of their own, and can be killed at any moment of it. */
export class Replicas {
  private readonly folder = mkdtempSync(join(tmpdir(), 'diemcau-replicas-'));
  private readonly file = join(this.folder, 'now');
  private processes: ChildProcess[] = [];
  /** How often each has looked for all work since we began to count, of those that have come up. */
  private readonly passes = new Map<ChildProcess, number>();
  private countedFrom = '';
  kills = 0;

  /** Starts as many as are missing. */
  start(count: number): void {
    while (this.processes.length < count) {
      const child = fork(program, {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        env: { ...process.env, SIMULATED_TIME: this.file },
      });
      child.on('message', (until: string) => {
        if (until === 'ready') this.passes.set(child, 0);
        else if (until >= this.countedFrom) this.passes.set(child, (this.passes.get(child) ?? 0) + 1);
      });
      child.once('exit', () => {
        this.processes = this.processes.filter((one) => one !== child);
        this.passes.delete(child);
      });
      this.processes.push(child);
    }
  }

  set(now: Date): void {
    // Whole or not at all: who reads it never sees half a time.
    writeFileSync(`${this.file}.new`, now.toISOString());
    renameSync(`${this.file}.new`, this.file);
  }

  /**
   * All work of this time is done: each has looked for it twice from now on. What one passed by, because another was at it,
   * the other has ended by then; and what somebody left behind who was killed before, the second look finds.
   */
  async finished(now: Date): Promise<void> {
    this.countedFrom = now.toISOString();
    for (const child of this.passes.keys()) this.passes.set(child, 0);
    await eventually(
      () => [...this.passes.values()],
      (passes) => passes.length > 0 && passes.every((count) => count >= 2),
      60_000,
    );
  }

  /** As when the power fails. */
  async kill(index: number): Promise<void> {
    const child = this.processes[index % Math.max(1, this.processes.length)];
    if (!child) return;
    this.kills += 1;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async killAll(): Promise<void> {
    while (this.processes.length > 0) await this.kill(0);
  }

  async stop(): Promise<void> {
    await this.killAll();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
