import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { downloadedWorker, mediasoupVersion, platform, workerRuns } from './cache.ts';

const RELEASES = 'https://github.com/versatica/mediasoup/releases/download';
/** An unreachable host shall cost seconds; a slow line may take its time. */
const ANSWER_MS = 5000;
const BODY_MS = 180_000;

/**
 * mediasoup's prebuilt worker, from where its own postinstall takes it (and steered by the same two variables).
 * `undefined` when the host does not answer, has none for this platform, or it does not run here (an older libc).
 */
export async function downloadWorker(detail: (text: string) => void): Promise<string | undefined> {
  if (process.env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD) return undefined;
  const base = process.env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL ?? RELEASES;
  const url = `${base}/${mediasoupVersion}/mediasoup-worker-${mediasoupVersion}-${platform}.tgz`;
  detail('tải bản dựng sẵn / downloading the prebuilt one');
  const archive = await fetchArchive(url);
  return archive && unpack(archive);
}

async function fetchArchive(url: string): Promise<Buffer | undefined> {
  const aborter = new AbortController();
  const answerLimit = setTimeout(() => aborter.abort(), ANSWER_MS);
  const bodyLimit = setTimeout(() => aborter.abort(), BODY_MS);
  try {
    const response = await fetch(url, { signal: aborter.signal });
    clearTimeout(answerLimit);
    return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(answerLimit);
    clearTimeout(bodyLimit);
  }
}

function unpack(archive: Buffer): string | undefined {
  const home = dirname(downloadedWorker);
  const draft = `${home}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    const unpacked = spawnSync('tar', ['-xzf', '-', '-C', draft], { input: archive });
    if (unpacked.status !== 0 || !workerRuns(join(draft, 'mediasoup-worker'))) return undefined;
    rmSync(home, { recursive: true, force: true });
    renameSync(draft, home);
    return downloadedWorker;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
