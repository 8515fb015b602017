import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from '../operator-error.ts';

/** PostgreSQL stops when it cannot write; a fresh database and its logs take about 100 MB. */
const NEEDED_MB = 500;

/** Free megabytes for ordinary accounts where `path` lies or will lie. */
export function freeDiskMb(path: string): number {
  const place = existsSync(path) ? path : dirname(path);
  if (place !== path && !existsSync(place)) return freeDiskMb(place);
  const { bavail, bsize } = statfsSync(place);
  return Math.floor((bavail * bsize) / 1e6);
}

export function requireDisk(path: string): void {
  const free = freeDiskMb(path);
  if (free >= NEEDED_MB) return;
  throw new OperatorError({
    vi: `Đĩa chứa ${path} chỉ còn ${free} MB, cần ít nhất ${NEEDED_MB} MB: hãy giải phóng đĩa hoặc đặt DIEMCAU_DATA tới đĩa khác.`,
    en: `The disk of ${path} has ${free} MB left, at least ${NEEDED_MB} MB are needed: free some or set DIEMCAU_DATA to another disk.`,
  });
}
