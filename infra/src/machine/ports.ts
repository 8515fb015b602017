import { createServer } from 'node:net';
import { createSocket } from 'node:dgram';

export const LOOPBACK = '127.0.0.1';

/** A TCP port that nobody listens on at this moment. */
export function freePort(host = LOOPBACK): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Several different free TCP ports, held together until all are known. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

/** The first of `count` neighbouring ports that are free for both UDP and TCP, looked for from `from` upwards. */
export async function freeMediaPorts(count: number, from: number): Promise<number> {
  for (let first = from; first + count < 65_536; first += count) {
    const wanted = Array.from({ length: count }, (_, i) => first + i);
    const free = await Promise.all(wanted.map((port) => isMediaPortFree(port)));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`no ${count} neighbouring ports are free above ${from}`);
}

async function isMediaPortFree(port: number): Promise<boolean> {
  return (await isTcpPortFree(port, '0.0.0.0')) && (await isUdpPortFree(port));
}

export function isTcpPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

export function isUdpPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => resolve(false));
    socket.bind(port, () => socket.close(() => resolve(true)));
  });
}
