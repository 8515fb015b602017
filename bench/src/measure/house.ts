import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem, type System, type SystemOptions } from '@diemcau/infra/system';

/**
 * Runs the product on throw-away data while `work` lasts; nothing of it is left afterwards, also after Ctrl-C.
 * What the environment says about an installation (ports, databases) is none of a bench's business.
 */
export async function withHouse<T>(
  options: Omit<SystemOptions, 'dataDir' | 'durable'>,
  work: (house: System) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'diemcau-bench-'));
  const leave = (): void => process.exit(130);
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  process.once('SIGINT', leave).once('SIGTERM', leave);
  process.env['LOG_LEVEL'] ??= 'warn';
  const house = await startSystem({ ...options, dataDir, durable: false });
  try {
    return await work(house);
  } finally {
    await house.stop();
    process.removeListener('SIGINT', leave).removeListener('SIGTERM', leave);
  }
}
