import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasApt, unpackDebianPackage } from '../machine/debian.ts';
import { cacheDir } from '../machine/folders.ts';
import { OperatorError } from '../operator-error.ts';

/** nats-server on PATH, else the one of Debian's package, unpacked into the cache (3.6 MB, about 1 s). */
export function natsBinary(): string {
  if (runs('nats-server')) return 'nats-server';
  const folder = join(cacheDir(), `nats-server-${process.arch}`);
  const binary = join(folder, 'usr', 'sbin', 'nats-server');
  if (existsSync(binary) && runs(binary)) return binary;

  const failure = hasApt ? unpack(folder) : 'apt-get not found';
  if (!failure && runs(binary)) return binary;
  throw new OperatorError({
    vi: `Không tìm thấy nats-server (${failure ?? 'không chạy được'}): hãy cài nó – "sudo apt install nats-server", "sudo dnf install nats-server" hoặc "brew install nats-server" – hoặc đặt NATS_URL=nats://…`,
    en: `nats-server was not found (${failure ?? 'it does not run'}): install it – "sudo apt install nats-server", "sudo dnf install nats-server" or "brew install nats-server" – or set NATS_URL=nats://…`,
  });
}

function unpack(folder: string): string | undefined {
  const draft = `${folder}.${process.pid}`;
  const failure = unpackDebianPackage('nats-server', draft);
  if (!failure) {
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  }
  rmSync(draft, { recursive: true, force: true });
  return failure;
}

function runs(binary: string): boolean {
  return spawnSync(binary, ['--version']).status === 0;
}
