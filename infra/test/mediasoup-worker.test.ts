import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectDir } from '../src/machine/folders.ts';
import { silent } from '../src/progress.ts';
import { mediasoupPackage, workerRuns } from '../worker/cache.ts';
import { ensureMediasoupWorker } from '../worker/ensure.ts';
import { withLock } from '../worker/lock.ts';
import { prepareSources } from '../worker/sources.ts';
import { tempFolder } from './temp.ts';

const quiet = (): void => undefined;

describe('The mediasoup worker', () => {
  const folder = tempFolder();

  test('that is ensured runs on this machine', async () => {
    expect(workerRuns(await ensureMediasoupWorker(silent))).toBe(true);
  });

  test('that is given but does not run is named in one sentence', async () => {
    const given = process.env.MEDIASOUP_WORKER_BIN;
    process.env.MEDIASOUP_WORKER_BIN = '/bin/true';
    await expect(ensureMediasoupWorker(silent)).rejects.toThrow(
      'MEDIASOUP_WORKER_BIN=/bin/true does not run',
    );
    if (given) process.env.MEDIASOUP_WORKER_BIN = given;
    else delete process.env.MEDIASOUP_WORKER_BIN;
  });

  test('is built from sources in which our overlays replace every download', () => {
    const target = join(folder, 'sources');
    prepareSources(mediasoupPackage, target);
    expect(readFileSync(join(target, 'meson.build'), 'utf8')).toContain(`meson_version: '>= 1.0.0'`);
    expect(readFileSync(join(target, 'src/RTC/DtlsTransport.cpp'), 'utf8')).toContain('& BIO_CB_RETURN');
    const wraps = ['libuv', 'openssl', 'flatbuffers', 'abseil-cpp', 'unordered-dense', 'libsrtp3'];
    for (const name of wraps) {
      const wrap = readFileSync(join(target, 'subprojects', `${name}.wrap`), 'utf8');
      const place = /^directory *= *(\S+)/m.exec(wrap)?.[1] ?? '';
      expect(existsSync(join(target, 'subprojects', place, 'meson.build'))).toBe(true);
    }
  });

  test('is built by one clone at a time', async () => {
    const place = join(folder, 'locked');
    const order: string[] = [];
    const first = withLock(place, quiet, async () => {
      await sleep(300);
      order.push('first');
    });
    await Promise.all([first, withLock(place, quiet, async () => order.push('second'))]);
    expect(order).toEqual(['first', 'second']);
  });

  test('can be built although a killed build has left its lock', async () => {
    const place = join(folder, 'left');
    mkdirSync(place);
    writeFileSync(join(place, 'lock'), `${process.pid} another-boot:1`);
    expect(await withLock(place, quiet, async () => 'built')).toBe('built');
  });
});

describe('The prebuilt mediasoup worker', () => {
  const folder = tempFolder();
  const program = join(projectDir, 'infra', 'test', 'programs', 'download.ts');

  /** Downloads into a cache of its own from a server that answers with this archive, or with 404. */
  async function download(archive: Buffer | undefined): Promise<string> {
    const server = createServer((_request, response) => response.writeHead(archive ? 200 : 404).end(archive));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
      env: {
        ...process.env,
        DIEMCAU_CACHE: mkdtempSync(join(folder, 'cache-')),
        MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL: `http://127.0.0.1:${port}`,
      },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.pipe(process.stderr);
    await once(child, 'close');
    server.close();
    return output.trim();
  }

  function pack(worker: string): Buffer {
    const place = mkdtempSync(join(folder, 'pack-'));
    cpSync(worker, join(place, 'mediasoup-worker'));
    return spawnSync('tar', ['-czf', '-', '-C', place, 'mediasoup-worker'], { maxBuffer: 100e6 }).stdout;
  }

  test('is unpacked into the cache and taken', async () => {
    const path = await download(pack(await ensureMediasoupWorker(silent)));
    expect(path).toMatch(/-official\/mediasoup-worker$/);
    expect(workerRuns(path)).toBe(true);
  });

  test('is passed over when it does not run here', async () => {
    expect(await download(pack('/bin/true'))).toBe('none');
  });

  test('is passed over when there is none for this platform', async () => {
    expect(await download(undefined)).toBe('none');
  });
});
