import { readFileSync } from 'node:fs';
import { descendantsOf } from '@diemcau/infra/process-identity';

/** USER_HZ; a constant of the Linux interface, whatever the kernel's own clock. */
const ticksPerSecond = 100;

/** The process and everything it started that still runs. */
export const family = (pid: number): number[] => [pid, ...descendantsOf(pid)];

/**
 * Seconds of CPU, user and system, that these processes have used since they began, with those of their children that have
 * ended; to 10 ms each. proc_pid_stat(5)
 */
export function cpuSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(pid), 0) / ticksPerSecond;
}

/** Bytes of memory in use now, shared ones split among those who share them. proc_pid_smaps(5) */
export function memoryBytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const kib = /^Pss:\s+(\d+) kB$/m.exec(fileOf(pid, 'smaps_rollup'))?.[1];
    return sum + Number(kib ?? 0) * 1024;
  }, 0);
}

function ticksOf(pid: number): number {
  const stat = fileOf(pid, 'stat');
  // The name stands in brackets and may itself hold brackets; what follows begins with field 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [14, 15, 16, 17].reduce((sum, field) => sum + Number(fields[field - 3] ?? 0), 0);
}

/** Empty when the process has ended. */
function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
