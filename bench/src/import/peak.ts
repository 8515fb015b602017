import { readFileSync, writeFileSync } from 'node:fs';

/** Of a process, in MiB, as `VmRSS` or `VmHWM` of proc_pid_status(5). */
function statusMiB(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) / 1024;
}

/** Resident memory of a process now, in MiB. */
export const residentMiB = (pid: number): number => statusMiB(pid, 'VmRSS');

/**
 * The most that each process holds while `work` lasts, in MiB, as the kernel keeps it: no peak is too short.
 * proc_pid_clear_refs(5)
 */
export async function peakMiB<T>(
  pids: readonly number[],
  work: () => Promise<T>,
): Promise<{ result: T; peaks: number[] }> {
  for (const pid of pids) writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const result = await work();
  return { result, peaks: pids.map((pid) => statusMiB(pid, 'VmHWM')) };
}
