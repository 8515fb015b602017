import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { projectDir } from './folders.ts';

export interface ToolOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Sees every line as it comes. Without it the tool writes to our own terminal. */
  onLine?: (line: string) => void;
}

/** Runs a program to its end, which our own end hastens. Returns its exit code, 128 + n after signal n. */
export async function runTool(program: string, args: string[], options: ToolOptions = {}): Promise<number> {
  const child = spawn(program, args, {
    cwd: options.cwd ?? projectDir,
    env: { ...process.env, ...options.env },
    stdio: options.onLine ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream && options.onLine) createInterface(stream).on('line', options.onLine);
  }
  const stopChild = (): boolean => child.kill();
  process.once('exit', stopChild);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (...end) => resolve(end));
  });
  process.removeListener('exit', stopChild);
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}
