import { spawnSync } from 'node:child_process';
import { availableParallelism, freemem, totalmem } from 'node:os';
import { cacheDir, dataDir } from '../machine/folders.ts';
import { freeDiskMb } from '../machine/disk.ts';
import type { Check } from './check.ts';

const WANTED_MEMORY_MB = 1500;
const WANTED_DISK_MB = 3000;

export function versions(): Check[] {
  const npm = spawnSync('npm', ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  const git = spawnSync('git', ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  return [
    {
      title: 'Node',
      ok: Number(process.versions.node.split('.')[0]) >= 24,
      found: process.version,
      mend: 'npm install',
    },
    { title: 'npm', ok: npm !== '', found: npm || '–', mend: 'https://nodejs.org' },
    { title: 'git', ok: git !== '', found: git || '–', mend: 'sudo apt-get install -y git' },
  ];
}

export function resources(): Check[] {
  const memoryMb = Math.floor(freemem() / 1e6);
  const places = [dataDir(), cacheDir()];
  return [
    {
      title: 'CPU',
      ok: availableParallelism() >= 2,
      found: `${availableParallelism()}`,
      mend: 'cần ít nhất 2 lõi · at least 2 cores',
    },
    {
      title: 'RAM',
      ok: memoryMb >= WANTED_MEMORY_MB,
      found: `${memoryMb} MB / ${Math.floor(totalmem() / 1e6)} MB`,
      mend: `cần ${WANTED_MEMORY_MB} MB trống · ${WANTED_MEMORY_MB} MB free are needed`,
    },
    ...places.map((place): Check => {
      const free = freeDiskMb(place);
      return {
        title: 'đĩa · disk',
        ok: free >= WANTED_DISK_MB,
        found: `${free} MB (${place})`,
        mend: `cần ${WANTED_DISK_MB} MB trống, hoặc đặt DIEMCAU_DATA / DIEMCAU_CACHE · free some or move the folder`,
      };
    }),
  ];
}
