import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { release } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDir } from '../src/machine/folders.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** The npm package whose worker is wanted. Its package.json is not among its exports, hence the way round. */
export const mediasoupPackage = join(
  dirname(createRequire(import.meta.url).resolve('mediasoup')),
  '..',
  '..',
);
export const mediasoupVersion = (
  JSON.parse(readFileSync(join(mediasoupPackage, 'package.json'), 'utf8')) as { version: string }
).version;

export const workersDir = join(cacheDir(), 'mediasoup-worker');
const BINARY = 'mediasoup-worker';
/** Started by hand a worker that loads and runs complains and exits with this status. */
const STARTED_BY_HAND = 41;

/** As mediasoup's releases call the platform: they are told apart by the kernel's major version. */
export const platform = `${process.platform}-${process.arch}-kernel${release().split('.')[0]}`;

export const downloadedWorker = join(workersDir, `${mediasoupVersion}-${platform}-official`, BINARY);

/** Where the worker built here lies; another place when its sources, this recipe or OpenSSL change. */
export function builtWorker(): string {
  return join(workersDir, `${mediasoupVersion}-${process.platform}-${process.arch}-${buildKey()}`, BINARY);
}

export function workerRuns(binary: string): boolean {
  return existsSync(binary) && spawnSync(binary, [], { env: {}, timeout: 10_000 }).status === STARTED_BY_HAND;
}

/** OpenSSL is linked statically: after a security update of it the worker must be built again. */
function buildKey(): string {
  const hash = createHash('sha256');
  for (const file of recipeFiles()) hash.update(file).update(readFileSync(join(here, file)));
  return hash.update(opensslVersion()).digest('hex').slice(0, 12);
}

function recipeFiles(): string[] {
  const overlays = readdirSync(join(here, 'overlays'), {
    recursive: true,
    encoding: 'utf8',
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(here.length + 1));
  return [...overlays, 'sources.ts', 'libsrtp.ts'].sort();
}

/** Of the development files where they are installed, else of the library itself: both come from one source. */
function opensslVersion(): string {
  const versions = ['libssl-dev', 'libssl3', 'libssl3t64'].map(
    (name) => spawnSync('dpkg-query', ['-W', '-f=${Version}', name], { encoding: 'utf8' }).stdout,
  );
  return versions.find(Boolean) ?? 'unknown';
}
