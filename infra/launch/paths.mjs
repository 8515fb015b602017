import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail } from './say.mjs';

export const projectDir = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** The Node that everything runs on: the one npm installed, or this one where npm has none for the platform. */
export function node24() {
  const installed = join(
    projectDir,
    'node_modules',
    `node-${process.platform}-${process.arch}`,
    'bin',
    'node',
  );
  if (existsSync(installed)) return installed;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(
    `Không có Node 24 cho ${process.platform}-${process.arch} trên npm: hãy cài Node 24 từ https://nodejs.org rồi chạy lại.`,
    `npm has no Node 24 for ${process.platform}-${process.arch}: install Node 24 from https://nodejs.org and try again.`,
  );
}
