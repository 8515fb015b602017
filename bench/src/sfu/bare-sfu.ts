import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { createWorker, type types } from 'mediasoup';
import { serveParent } from '../processes/program.ts';
import { BarePeer, type BareStream } from './bare-peer.ts';

/** The codecs of our rooms. */
const mediaCodecs: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
];

const names = ['openTransport', 'connectTransport', 'produce', 'watch', 'ready'] as const;

/** mediasoup and as little as possible around it: one worker, one router, participants who come over HTTP. */
async function start(): Promise<{ url: string }> {
  const worker = await createWorker({ logLevel: 'warn' });
  const listen = { ip: '0.0.0.0', announcedAddress: '127.0.0.1' };
  const buffers = { recvBufferSize: 4 * 1024 * 1024, sendBufferSize: 4 * 1024 * 1024 };
  const server = await worker.createWebRtcServer({
    listenInfos: [
      { protocol: 'udp', ...listen, ...buffers },
      { protocol: 'tcp', ...listen },
    ],
  });
  const router = await worker.createRouter({ mediaCodecs });
  const streams: BareStream[] = [];
  const peers = new Map<string, BarePeer>();
  const answer = async (request: IncomingMessage): Promise<object> => {
    const [, peerId = '', called] = (request.url ?? '').split('/');
    const name = names.find((known) => known === called);
    if (!name) throw new Error(`there is no ${called}`);
    const peer = peers.get(peerId) ?? new BarePeer(peerId, router, server, streams);
    peers.set(peerId, peer);
    return peer[name]((await json(request)) as never);
  };
  const http = createServer((request, response) => {
    void answer(request).then(
      (body) => response.end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  // On a busy machine a client may use a connection at the moment an impatient server closes it.
  http.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

const program = { start };
export type BareSfu = typeof program;
serveParent(program);
