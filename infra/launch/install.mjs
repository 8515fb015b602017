import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainFailure } from './failures.mjs';
import { projectDir } from './paths.mjs';
import { PNPM, pnpmFolder, rememberPnpm } from './pnpm.mjs';

const stamp = join(projectDir, 'node_modules', '.diemcau-installed');

/** Installs the npm packages unless nothing that decides about them has changed since the last time. */
export async function ensureInstalled() {
  const wanted = fingerprint();
  if (read(stamp) === wanted) return;
  const startedAt = Date.now();
  process.stdout.write('  … cài các gói npm · installing npm packages\n');
  const pnpm = pnpmFolder();
  await install(join(pnpm, 'pnpm'));
  rememberPnpm(pnpm);
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

/** @param {string} pnpm */
function install(pnpm) {
  return new Promise((resolve) => {
    const args = ['install', '--frozen-lockfile', '--reporter=append-only'];
    // Without a terminal pnpm would otherwise refuse to replace a node_modules made by another version.
    const child = spawn(pnpm, [...args, '--config.confirmModulesPurge=false'], {
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
    child.on('error', (error) => explainFailure(`${output}\n${error.message}`));
    child.on('close', (code) => (code === 0 ? resolve(undefined) : explainFailure(output)));
  });
}

/** @param {string} chunk */
function showProgress(chunk) {
  const progress = chunk.match(/Progress: .*/g)?.at(-1);
  if (!progress) return;
  process.stdout.write(process.stdout.isTTY ? `\x1b[2K\r    ${progress}\r` : `    ${progress}\n`);
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
