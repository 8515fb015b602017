import { createWorker, type types } from 'mediasoup';
import type { MediaConfig } from '../config.js';
import { roomCodecs } from './codecs.js';

/**
 * All clients of a worker share its one socket. With the kernel's usual 208 KiB a worker that waits 50 ms for its core loses
 * what senders sent meanwhile, and every viewer misses it. The kernel gives at most net.core.rmem_max and wmem_max.
 */
const socketBufferBytes = 4 * 1024 * 1024;

/** One mediasoup worker process on one core, with one port (UDP and TCP) for all its clients. */
export class SfuWorker {
  /** Consumers on it: what its core spends itself on. */
  consumers = 0;

  private constructor(
    readonly worker: types.Worker,
    readonly server: types.WebRtcServer,
    readonly port: number,
  ) {}

  static async start(config: MediaConfig, port: number): Promise<SfuWorker> {
    const worker = await createWorker({ logLevel: 'warn', logTags: ['ice', 'dtls', 'bwe'] });
    const listen = {
      ip: config.listenIp,
      port,
      ...(config.announcedAddress !== '' && { announcedAddress: config.announcedAddress }),
    };
    try {
      const server = await worker.createWebRtcServer({
        listenInfos: [
          {
            protocol: 'udp',
            ...listen,
            recvBufferSize: socketBufferBytes,
            sendBufferSize: socketBufferBytes,
          },
          { protocol: 'tcp', ...listen },
        ],
      });
      return new SfuWorker(worker, server, port);
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  get alive(): boolean {
    return !this.worker.closed;
  }

  createRouter(): Promise<types.Router> {
    return this.worker.createRouter({ mediaCodecs: roomCodecs });
  }
}
