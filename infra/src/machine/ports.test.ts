import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { freeMediaPorts, freePorts, isTcpPortFree, isUdpPortFree, LOOPBACK } from './ports.ts';

describe('Free ports', () => {
  test('are all different', async () => {
    const ports = await freePorts(20);
    expect(new Set(ports).size).toBe(20);
  });

  test('exclude one that somebody listens on', async () => {
    const server = createServer().listen(0, LOOPBACK);
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await isTcpPortFree(port, LOOPBACK)).toBe(false);
    server.close();
  });

  test('for media are neighbours, past one that is taken for UDP only', async () => {
    const first = await freeMediaPorts(2, 45_000);
    const socket = createSocket('udp4');
    socket.bind(first);
    await once(socket, 'listening');
    expect(await isUdpPortFree(first)).toBe(false);
    expect(await freeMediaPorts(2, first)).toBeGreaterThanOrEqual(first + 2);
    socket.close();
  });
});
