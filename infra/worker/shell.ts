import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** One build: its folder, its log, and where its progress is told. */
export interface Workshop {
  folder: string;
  log: string;
  detail: (text: string) => void;
}

export interface Command {
  run: [command: string, ...args: string[]];
  cwd: string;
  env?: Record<string, string>;
  onLine?: (line: string) => void;
}

/** A command of the build failed; the message is the end of what it printed. */
export class CommandFailed extends Error {}

/** Runs a command at low priority, every line of it in the log. */
export async function run({ log }: Workshop, command: Command): Promise<void> {
  appendFileSync(log, `\n$ ${command.run.join(' ')}\n`);
  const child = spawn('nice', ['-n', '10', ...command.run], {
    cwd: command.cwd,
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      appendFileSync(log, `${line}\n`);
      last.push(line);
      if (last.length > 20) last.shift();
      command.onLine?.(line);
    });
  }
  const stopChild = (): boolean => child.kill();
  process.once('exit', stopChild);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  process.removeListener('exit', stopChild);
  if (status !== 0)
    throw new CommandFailed(`${command.run.slice(0, 3).join(' ')}: ${last.slice(-3).join(' | ')}`);
}
