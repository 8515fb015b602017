import { readFileSync } from 'node:fs';
import { descendantsOf } from '@diemcau/infra/process-identity';

/** USER_HZ; a constant of the Linux interface, whatever the kernel's own clock. */
const ticksPerSecond = 100;
const pageBytes = 4096;

/** The process and everything it started that still runs. */
export const family = (pid: number): number[] => [pid, ...descendantsOf(pid)];

/** Seconds of CPU, user and system, that these processes have used since they began; to 10 ms each. proc_pid_stat(5) */
export function cpuSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(pid), 0) / ticksPerSecond;
}

/** Bytes of memory that are in use now, shared ones counted once for each process. proc_pid_statm(5) */
export function residentBytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + Number(fileOf(pid, 'statm').split(' ')[1] ?? 0) * pageBytes, 0);
}

function ticksOf(pid: number): number {
  const stat = fileOf(pid, 'stat');
  // The name stands in brackets and may itself hold brackets; what follows begins with field 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[14 - 3] ?? 0) + Number(fields[15 - 3] ?? 0);
}

/** Empty when the process has ended. */
function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
