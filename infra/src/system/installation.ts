import { availableParallelism } from 'node:os';
import { requireDisk } from '../machine/disk.ts';
import { dataDir, makeDataDir } from '../machine/folders.ts';
import { requireFreePort } from '../machine/port-owner.ts';
import { freeMediaPorts } from '../machine/ports.ts';
import { RunFile } from '../processes/run-file.ts';
import { type OnProgress, step } from '../progress.ts';
import { build } from './build.ts';
import type { Develop } from './develop.ts';
import type { System } from './options.ts';
import { startSystem } from './system.ts';

/**
 * The installation of this checkout, as the environment says it: `PORT` (default 3000), `HOST` (default all
 * addresses), `MEDIA_PORT` (default 40000, the next free ones when taken), `DIEMCAU_DATA`, `DATABASE_URL`, `NATS_URL`.
 */
export async function startInstallation(onProgress: OnProgress, develop?: Develop): Promise<System> {
  const data = dataDir();
  const port = Number(process.env.PORT ?? 3000);
  const host = process.env.HOST ?? '0.0.0.0';
  const mediaPort = await step(onProgress, 'machine', async () => {
    requireDisk(data);
    makeDataDir(data);
    // First of all: what a killed start left may hold the port.
    await new RunFile(data).takeOver();
    await requireFreePort(port, host);
    return freeMediaPorts(availableParallelism(), Number(process.env.MEDIA_PORT ?? 40_000));
  });
  await step(onProgress, 'build', (detail) => build(['build'], ['./apps/*'], detail));
  return startSystem({
    dataDir: data,
    ports: { gateway: port, media: mediaPort },
    host,
    databaseUrl: process.env.DATABASE_URL,
    natsUrl: process.env.NATS_URL,
    demo: true,
    develop,
    onProgress,
    onCrash: (name, { code, signal }) =>
      process.stdout.write(
        `  ! ${name} dừng đột ngột, đang chạy lại · stopped (${signal ?? code}), restarting\n`,
      ),
  });
}
