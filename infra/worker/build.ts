import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import { dirname, join } from 'node:path';
import { OperatorError } from '../src/operator-error.ts';
import { builtWorker, mediasoupPackage, mediasoupVersion, workerRuns, workersDir } from './cache.ts';
import { buildLibsrtp } from './libsrtp.ts';
import { ensurePackages } from './packages.ts';
import { CommandFailed, run, type Workshop } from './shell.ts';
import { prepareSources } from './sources.ts';

const NEEDED_DISK_MB = 1000;
const NEEDED_MEMORY_PER_JOB = 0.8e9;

/** Builds the worker from the npm package's own sources with Debian's packages; nothing else is downloaded. */
export async function buildWorker(detail: (text: string) => void): Promise<string> {
  checkDisk();
  const shop = openWorkshop(detail);
  try {
    await ensurePackages(shop);
    const binary = await compile(shop);
    return install(binary);
  } catch (error) {
    throw error instanceof CommandFailed ? failed(shop, error.message) : error;
  } finally {
    rmSync(shop.folder, { recursive: true, force: true });
  }
}

async function compile(shop: Workshop): Promise<string> {
  const jobs = Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / NEEDED_MEMORY_PER_JOB)));
  const env = { PKG_CONFIG_PATH: await buildLibsrtp(shop, jobs) };
  const cwd = join(shop.folder, 'worker');
  prepareSources(mediasoupPackage, cwd);
  const setup = ['--buildtype', 'release', '-Db_ndebug=true', '--wrap-mode', 'nodownload', 'build', '.'];
  await run(shop, { run: ['meson', 'setup', ...setup], cwd, env });
  const onLine = (line: string): void => tellPercentage(shop, line);
  await run(shop, { run: ['ninja', '-C', 'build', `-j${jobs}`, 'mediasoup-worker'], cwd, env, onLine });
  const binary = join(cwd, 'build', 'mediasoup-worker');
  await run(shop, { run: ['strip', binary], cwd });
  if (!workerRuns(binary)) throw new CommandFailed('the worker that was built does not start');
  return binary;
}

/** ninja prints `[132/290] Compiling …`. */
function tellPercentage({ detail }: Workshop, line: string): void {
  const [, done, all] = /^\[(\d+)\/(\d+)\]/.exec(line) ?? [];
  if (done && all)
    detail(`biên dịch mediasoup-worker / compiling ${Math.floor((Number(done) / Number(all)) * 100)} %`);
}

function install(binary: string): string {
  // Only now: installing libssl-dev may have changed the key.
  const place = builtWorker();
  const draft = `${place}.${process.pid}`;
  mkdirSync(dirname(place), { recursive: true });
  cpSync(binary, draft);
  chmodSync(draft, 0o755);
  renameSync(draft, place);
  return place;
}

function openWorkshop(detail: (text: string) => void): Workshop {
  mkdirSync(workersDir, { recursive: true });
  // We hold the lock: whatever folder is there belongs to a build that was killed.
  for (const left of readdirSync(workersDir).filter((name) => name.startsWith('build-'))) {
    rmSync(join(workersDir, left), { recursive: true, force: true });
  }
  const folder = join(workersDir, `build-${process.pid}`);
  mkdirSync(folder);
  const log = join(workersDir, 'build.log');
  writeFileSync(log, `mediasoup ${mediasoupVersion}, ${new Date().toISOString()}\n`);
  return { folder, log, detail };
}

function checkDisk(): void {
  mkdirSync(workersDir, { recursive: true });
  const { bavail, bsize } = statfsSync(workersDir);
  const freeMb = Math.floor((bavail * bsize) / 1e6);
  if (freeMb >= NEEDED_DISK_MB) return;
  throw new OperatorError({
    vi: `Cần ${NEEDED_DISK_MB} MB trống để dựng mediasoup-worker trong ${workersDir}, chỉ còn ${freeMb} MB: hãy giải phóng đĩa hoặc đặt DIEMCAU_CACHE.`,
    en: `Building mediasoup-worker in ${workersDir} needs ${NEEDED_DISK_MB} MB, ${freeMb} MB are free: free some or set DIEMCAU_CACHE.`,
  });
}

function failed({ log }: Workshop, reason: string): OperatorError {
  return new OperatorError({
    vi: `Không dựng được mediasoup-worker (${reason}); nhật ký: ${log}`,
    en: `mediasoup-worker could not be built (${reason}); log: ${log}`,
  });
}
