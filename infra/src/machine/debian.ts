import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './folders.ts';

export const hasApt = spawnSync('apt-get', ['--version']).status === 0;

/**
 * Unpacks a Debian package into `target` without installing anything: apt checks its signature, dpkg-deb unpacks.
 * Uses the machine's package lists; where there are none (a fresh machine), lists of our own in the cache.
 * Returns what apt said when it failed, `undefined` on success.
 */
export function unpackDebianPackage(name: string, target: string): string | undefined {
  mkdirSync(target, { recursive: true });
  const folder = mkdtempSync(join(target, 'download-'));
  try {
    const failure = download(name, folder, []) && refreshAndDownload(name, folder);
    if (failure) return failure;
    const file = readdirSync(folder).find((entry) => entry.endsWith('.deb')) ?? '';
    const unpacked = spawnSync('dpkg-deb', ['-x', join(folder, file), target], { encoding: 'utf8' });
    return unpacked.status === 0 ? undefined : lastLine(unpacked.stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refreshAndDownload(name: string, folder: string): string | undefined {
  const home = join(cacheDir(), 'apt');
  mkdirSync(join(home, 'lists', 'partial'), { recursive: true });
  const ownLists = ['-o', `Dir::State::lists=${home}/lists`, '-o', `Dir::Cache=${home}`];
  const updated = apt(['-qq', 'update'], folder, ownLists);
  return updated ?? download(name, folder, ownLists);
}

function download(name: string, folder: string, options: string[]): string | undefined {
  return apt(['-qq', 'download', name], folder, options);
}

function apt(args: string[], cwd: string, options: string[]): string | undefined {
  // The sandbox account `_apt` cannot write to our folders.
  const asUs = [
    '-o',
    'APT::Sandbox::User=root',
    '-o',
    'Acquire::Retries=1',
    '-o',
    'Acquire::http::Timeout=20',
  ];
  const done = spawnSync('apt-get', [...asUs, ...options, ...args], { cwd, encoding: 'utf8' });
  return done.status === 0 ? undefined : lastLine(done.stderr);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
