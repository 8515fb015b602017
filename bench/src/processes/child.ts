import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Program, Question, Reply } from './program.ts';

type Input<P extends Program, K extends keyof P> = Parameters<P[K]>[0];
type Answer<P extends Program, K extends keyof P> = Awaited<ReturnType<P[K]>>;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** A program of ours in a process of its own, so that its CPU is its own. It ends with us. */
export class Child<P extends Program> {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  private constructor(child: ChildProcess) {
    this.child = child;
    child.on('message', (reply: Reply) => {
      const waiting = this.waiting.get(reply.id);
      this.waiting.delete(reply.id);
      if ('error' in reply) waiting?.reject(new Error(reply.error));
      else waiting?.resolve(reply.answer);
    });
    child.once('exit', (code) => {
      for (const { reject } of this.waiting.values()) reject(new Error(`the process ended (${code})`));
    });
  }

  /** @param program file below this package's `src` */
  static async start<P extends Program>(
    program: string,
    env: Record<string, string> = {},
  ): Promise<Child<P>> {
    const path = fileURLToPath(new URL(`../${program}`, import.meta.url));
    // In a session of its own, as the services are: on a busy machine the kernel shares cores out by session.
    const child = fork(path, { env: { ...process.env, ...env }, detached: true });
    await once(child, 'spawn');
    return new Child<P>(child);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  ask<K extends keyof P & string>(name: K, input: Input<P, K>): Promise<Answer<P, K>> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: (answer) => resolve(answer as Answer<P, K>), reject });
      this.child.send({ id, name, input } satisfies Question);
    });
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    const stubborn = setTimeout(() => this.child.kill('SIGKILL'), 2000);
    await ended;
    clearTimeout(stubborn);
  }
}
