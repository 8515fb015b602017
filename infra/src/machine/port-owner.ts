import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { isTcpPortFree } from './ports.ts';

const LISTENING = '0A';

/** Refuses a TCP port that somebody listens on, naming who, as far as we may know. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  if (await isTcpPortFree(port, host)) return;
  const owner = portOwner(port);
  const who = owner ? ` (${owner.command}, pid ${owner.pid})` : '';
  throw new OperatorError({
    vi: `Cổng ${port} đang có chương trình khác dùng${who}: hãy dừng nó, hoặc chọn cổng khác: PORT=${port + 1} npm start`,
    en: `Port ${port} is in use${who}: stop that program, or choose another port: PORT=${port + 1} npm start`,
  });
}

/** Who listens on a TCP port; `undefined` when nobody does, or it is another account's and we are not root. */
export function portOwner(port: number): { pid: number; command: string } | undefined {
  const sockets = new Set(
    ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeningInodes(table, port)),
  );
  if (sockets.size === 0) return undefined;
  for (const pid of entries('/proc').filter((name) => /^\d+$/.test(name))) {
    const handles = entries(`/proc/${pid}/fd`).map((handle) => link(`/proc/${pid}/fd/${handle}`));
    if (handles.some((handle) => sockets.has(handle))) return { pid: Number(pid), command: commandLine(pid) };
  }
  return undefined;
}

/** Lines of the table: `sl local_address rem_address st … inode`, the port in hex after the colon. */
function listeningInodes(table: string, port: number): string[] {
  return text(table)
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, local = '', , state]) =>
        state === LISTENING && Number.parseInt(local.split(':')[1] ?? '', 16) === port,
    )
    .map((fields) => `socket:[${fields[9]}]`);
}

/** The program and its first argument, without their folders. */
function commandLine(pid: string): string {
  const words = text(`/proc/${pid}/cmdline`)
    .split('\0')
    .filter((word) => word && !word.startsWith('-'));
  return words
    .slice(0, 2)
    .map((word) => basename(word).slice(0, 40))
    .join(' ');
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
