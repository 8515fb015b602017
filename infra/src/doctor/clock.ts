import { spawnSync } from 'node:child_process';
import type { Check } from './check.ts';

/** Tokens and tickets live for minutes: a clock that is minutes off locks people out. */
const ALLOWED_MS = 30_000;
const REFERENCE = process.env.DIEMCAU_CLOCK_URL ?? 'https://github.com/';
const MEND = 'sudo timedatectl set-ntp true';

/** Whether the system keeps its clock in step; else compares it with the Date header of a web server. */
export async function clock(): Promise<Check> {
  const title = 'đồng hồ · clock';
  if (isSynchronized()) return { title, ok: true, found: 'đồng bộ qua mạng · kept in step (NTP)' };
  const offMs = await offBy();
  if (offMs === undefined) return { title, ok: true, found: 'không có gì để so · nothing to compare with' };
  const found = `lệch · off by ${(offMs / 1000).toFixed(0)} s`;
  return { title, ok: Math.abs(offMs) <= ALLOWED_MS, found, mend: MEND };
}

function isSynchronized(): boolean {
  const asked = spawnSync('timedatectl', ['show', '--property=NTPSynchronized', '--value'], {
    encoding: 'utf8',
  });
  return asked.stdout?.trim() === 'yes';
}

async function offBy(): Promise<number | undefined> {
  try {
    const askedAt = Date.now();
    const response = await fetch(REFERENCE, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    const there = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(there) ? undefined : Math.round((askedAt + Date.now()) / 2 - there);
  } catch {
    return undefined;
  }
}
