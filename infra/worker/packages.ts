import { spawnSync } from 'node:child_process';
import { isRoot } from '../src/machine/accounts.ts';
import { hasApt } from '../src/machine/debian.ts';
import { OperatorError } from '../src/operator-error.ts';
import { CommandFailed, run, type Workshop } from './shell.ts';

/** What the build needs of Debian 12 or newer. */
const PACKAGES = [
  'g++',
  'meson',
  'ninja-build',
  'pkg-config',
  'dpkg-dev',
  'libssl-dev',
  'libuv1-dev',
  'libabsl-dev',
  'libflatbuffers-dev',
  'flatbuffers-compiler',
];

export async function ensurePackages(shop: Workshop): Promise<void> {
  if (!hasApt) throw noApt();
  const missing = PACKAGES.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const sudo = isRoot ? [] : passwordlessSudo();
  if (!sudo) throw noRights(missing);

  shop.detail(`cài ${missing.length} gói Debian / installing ${missing.length} Debian packages`);
  const [command = 'apt-get', ...args] = [...sudo, 'apt-get', '-o', 'DPkg::Lock::Timeout=300', '-qq'];
  const apt = (...rest: string[]): Promise<void> =>
    run(shop, { run: [command, ...args, ...rest], cwd: '/', env: { DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    await apt('update');
    await apt('install', '-y', '--no-install-recommends', ...missing);
  } catch (error) {
    throw error instanceof CommandFailed ? installFailed(missing, error.message) : error;
  }
}

function isInstalled(name: string): boolean {
  const asked = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], { encoding: 'utf8' });
  return asked.stdout === 'installed';
}

function passwordlessSudo(): string[] | undefined {
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

const OTHERWISE_VI = 'hoặc đặt MEDIASOUP_WORKER_BIN tới một mediasoup-worker có sẵn.';
const OTHERWISE_EN = 'or set MEDIASOUP_WORKER_BIN to a mediasoup-worker that you have.';

function noApt(): OperatorError {
  return new OperatorError({
    vi: `Không tải được mediasoup-worker dựng sẵn và máy này không có apt để dựng từ mã nguồn: hãy cho máy truy cập github.com, dùng Debian 12, ${OTHERWISE_VI}`,
    en: `The prebuilt mediasoup-worker could not be downloaded and this machine has no apt to build it: give it access to github.com, use Debian 12, ${OTHERWISE_EN}`,
  });
}

function noRights(missing: string[]): OperatorError {
  const command = `sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  return new OperatorError({
    vi: `Cần quyền root một lần để dựng mediasoup-worker: hãy chạy "${command}" rồi chạy lại, ${OTHERWISE_VI}`,
    en: `Building mediasoup-worker needs root once: run "${command}" and try again, ${OTHERWISE_EN}`,
  });
}

function installFailed(missing: string[], reason: string): OperatorError {
  return new OperatorError({
    vi: `apt không cài được ${missing.join(' ')} (${reason}): hãy kiểm tra mạng và nguồn apt rồi chạy lại.`,
    en: `apt could not install ${missing.join(' ')} (${reason}): check the network and apt's sources and try again.`,
  });
}
