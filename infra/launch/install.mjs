import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './paths.mjs';
import { fail } from './say.mjs';

const PNPM = 'pnpm@12.21.0';
const stamp = join(projectDir, 'node_modules', '.diemcau-installed');

/** Installs the npm packages unless nothing that decides about them has changed since the last time. */
export async function ensureInstalled() {
  const wanted = fingerprint();
  if (read(stamp) === wanted) return;
  const startedAt = Date.now();
  process.stdout.write('  … cài các gói npm · installing npm packages\n');
  await install();
  writeFileSync(stamp, wanted);
  process.stdout.write(`  ✓ các gói npm · npm packages  ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

/** Of the lockfile and every manifest of the workspace. */
function fingerprint() {
  const groups = ['apps', 'libs'].flatMap((group) => list(group).map((name) => join(group, name)));
  const manifests = ['.', 'infra', 'bench', ...groups].map((folder) => join(folder, 'package.json'));
  const hash = createHash('sha256').update(`${PNPM} ${process.platform} ${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests]) {
    hash.update(`${file}\n${read(join(projectDir, file))}\n`);
  }
  return hash.digest('hex');
}

function install() {
  return new Promise((resolve) => {
    const args = ['--yes', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'];
    // Without a terminal pnpm would otherwise refuse to replace a node_modules made by another version.
    const child = spawn('npx', [...args, '--config.confirmModulesPurge=false'], {
      cwd: projectDir,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        showProgress(String(chunk));
      });
    }
    child.on('error', (error) => explain(`${output}\n${error.message}`));
    child.on('close', (code) => (code === 0 ? resolve(undefined) : explain(output)));
  });
}

/** @param {string} chunk */
function showProgress(chunk) {
  const progress = chunk.match(/Progress: .*/g)?.at(-1);
  if (!progress) return;
  process.stdout.write(process.stdout.isTTY ? `\x1b[2K\r    ${progress}\r` : `    ${progress}\n`);
}

/** @param {string} output */
function explain(output) {
  if (/ENOSPC|no space left/i.test(output)) {
    fail(
      'Hết chỗ trên đĩa: hãy giải phóng ít nhất 3 GB rồi chạy lại.',
      'The disk is full: free at least 3 GB and try again.',
    );
  }
  if (/EACCES|EPERM|EROFS|permission denied/i.test(output)) {
    fail(
      `Không có quyền ghi trong ${projectDir} hoặc trong bộ đệm npm: hãy đổi chủ sở hữu thư mục rồi chạy lại.`,
      `No right to write in ${projectDir} or in npm's cache: change the folder's owner and try again.`,
    );
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_PNPM_META_FETCH_FAIL/.test(output)
  ) {
    fail(
      'Không tới được kho npm: hãy kiểm tra mạng (hoặc "npm config get registry", proxy) rồi chạy lại.',
      'The npm registry cannot be reached: check the network (or "npm config get registry", the proxy) and try again.',
    );
  }
  if (/ERR_PNPM_OUTDATED_LOCKFILE|ERR_PNPM_PACKAGE_MANAGER_NO_IMPORTER/.test(output)) {
    fail(
      `pnpm-lock.yaml không khớp với package.json: hãy chạy "npx ${PNPM} install".`,
      `pnpm-lock.yaml does not match a package.json: run "npx ${PNPM} install".`,
    );
  }
  process.stderr.write(`${output.trimEnd().split('\n').slice(-25).join('\n')}\n`);
  fail(
    'Không cài được các gói npm; nguyên nhân ở trên.',
    'The npm packages could not be installed; the reason is above.',
  );
}

/** @param {string} folder */
function list(folder) {
  const path = join(projectDir, folder);
  return existsSync(path) ? readdirSync(path).sort() : [];
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
