import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The process that has the UDP port open. Linux: proc_net_udp(5) names the socket's inode, /proc/PID/fd who holds it. */
export function processOnUdpPort(port: number): number {
  const inode = inodeOfUdpPort(port);
  const holder = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => holds(pid, `socket:[${inode}]`));
  if (!holder) throw new Error(`no process has UDP port ${port} open`);
  return Number(holder);
}

function inodeOfUdpPort(port: number): string {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  const rows = readFileSync('/proc/net/udp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const inode = rows.find((fields) => fields[1]?.endsWith(`:${wanted}`))?.[9];
  if (!inode) throw new Error(`nobody has UDP port ${port} open`);
  return inode;
}

function holds(pid: string, link: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === link);
  } catch {
    // It has just ended, or is not ours to look into.
    return false;
  }
}
