import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { explainFailure } from './failures.mjs';
import { projectDir } from './paths.mjs';

export const PNPM = 'pnpm@12.21.0';
const note = join(projectDir, 'node_modules', '.diemcau-pnpm');

/** The folder of the pnpm that npx fetched: turbo looks for pnpm on PATH, and asking npx each time costs a second. */
export function pnpmFolder() {
  const noted = existsSync(note) ? readFileSync(note, 'utf8') : '';
  if (existsSync(join(noted, 'pnpm'))) return noted;
  const asked = spawnSync('npx', ['--yes', '--package', PNPM, '--call', 'command -v pnpm'], {
    encoding: 'utf8',
  });
  const found = asked.stdout?.trim().split('\n').at(-1) ?? '';
  if (!existsSync(found)) explainFailure(`${asked.stdout}\n${asked.stderr}\n${asked.error ?? ''}`);
  return dirname(found);
}

/**
 * After an installation, which may make node_modules anew.
 *
 * @param {string} folder
 */
export function rememberPnpm(folder) {
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, folder);
}
