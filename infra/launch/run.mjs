import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { projectDir } from './paths.mjs';
import { pnpmFolder } from './pnpm.mjs';

/**
 * Runs a command of ours under Node 24, hands signals on, and ends as it ended.
 *
 * @param {string} node
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
export async function runCommand(node, args, env) {
  const folders = [dirname(node), join(projectDir, 'node_modules', '.bin'), pnpmFolder()];
  const path = [...folders, process.env.PATH].join(delimiter);
  const [command, ...guarded] = [...dieWithUs(), node, '--disable-warning=ExperimentalWarning', ...args];
  const child = spawn(command, guarded, { stdio: 'inherit', env: { ...process.env, ...env, PATH: path } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const watch = watchForOrphanhood(() => child.kill('SIGTERM'));
  const [code, signal] = await new Promise((resolve) => child.once('exit', (...exit) => resolve(exit)));
  clearInterval(watch);
  process.exit(code ?? 128 + constants.signals[signal]);
}

/** The kernel ends the command when we are killed. */
function dieWithUs() {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  return setpriv ? [setpriv, '--pdeathsig=TERM', '--'] : [];
}

/**
 * A killed npm leaves us (and the shell between) behind where no Ctrl-C reaches us: then we stop as well.
 *
 * @param {() => void} onOrphaned
 */
function watchForOrphanhood(onOrphaned) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const shell = process.ppid;
  const npm = parentOf(shell);
  return setInterval(() => (process.ppid !== shell || parentOf(shell) !== npm) && onOrphaned(), 500);
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    return /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
