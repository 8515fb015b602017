import { availableParallelism } from 'node:os';
import { dataDir, makeDataDir } from '../machine/folders.ts';
import { requireDisk } from '../machine/disk.ts';
import { requireFreePort } from '../machine/port-owner.ts';
import { freeMediaPorts } from '../machine/ports.ts';
import { step } from '../progress.ts';
import { build } from '../system/build.ts';
import { startSystem } from '../system/system.ts';
import { command, stopSignal } from '../terminal/command.ts';
import { progressPrinter } from '../terminal/progress-printer.ts';
import { welcome } from '../terminal/welcome.ts';

const startedAt = Number(process.env.DIEMCAU_STARTED_AT ?? Date.now());

/** `npm start`: everything from a fresh checkout to a running installation, until Ctrl-C. */
await command(async () => {
  const stopAsked = stopSignal();
  const onProgress = progressPrinter();
  const data = dataDir();
  const port = Number(process.env.PORT ?? 3000);
  const host = process.env.HOST ?? '0.0.0.0';
  process.stdout.write('Điểm Cầu\n');

  const start = async () => {
    const mediaPort = await step(onProgress, 'machine', async () => {
      requireDisk(data);
      await requireFreePort(port, host);
      makeDataDir(data);
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
      onProgress,
      onCrash: (name, { code, signal }) =>
        process.stdout.write(
          `  ! ${name} dừng đột ngột, đang chạy lại · stopped (${signal ?? code}), restarting\n`,
        ),
    });
  };

  // Asked to stop before it ran: leaving ends every child.
  const system = await Promise.race([start(), stopAsked]);
  if (typeof system === 'string') return 130;
  process.stdout.write(welcome(system, Date.now() - startedAt));

  await stopAsked;
  process.stdout.write('\n  … đang dừng · stopping\n');
  await system.stop();
  process.stdout.write('  ✓ đã dừng · stopped\n');
  return 0;
});
