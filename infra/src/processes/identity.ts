import { readFileSync } from 'node:fs';

const bootId = readText('/proc/sys/kernel/random/boot_id')?.trim() ?? '';

/**
 * Tells one process from a later one with the same pid: the moment it started, in kernel ticks of this boot.
 * `undefined` when there is no such process (a zombie counts as none).
 */
export function identityOf(pid: number): string | undefined {
  const stat = statOf(pid);
  if (!stat || stat.state === 'Z') return undefined;
  return `${bootId}:${stat.startTicks}`;
}

/** Pids of the living descendants of `pid`, nearest first. */
export function descendantsOf(pid: number): number[] {
  const children = readText(`/proc/${pid}/task/${pid}/children`)?.trim();
  if (!children) return [];
  const pids = children.split(' ').map(Number);
  return [...pids, ...pids.flatMap(descendantsOf)];
}

function statOf(pid: number): { state: string; startTicks: string } | undefined {
  const text = readText(`/proc/${pid}/stat`);
  if (!text) return undefined;
  // The name stands in brackets and may itself hold spaces and brackets; proc_pid_stat(5) numbers the fields from 1.
  const end = text.lastIndexOf(')');
  const fields = text.slice(end + 2).split(' ');
  return { state: fields[0] ?? '', startTicks: fields[22 - 3] ?? '' };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
