import type { StreamCalls } from '@diemcau/client/room/calls';
import type { Tile, Watching } from '@diemcau/contracts/media/streams';
import { isRtcp, RtpPacket } from 'werift';
import { PacketCounter } from './arrivals.js';
import { viewerCapabilities } from './capabilities.js';
import { SecureTransport } from './secure-transport.js';

export type ReceiverCalls = Pick<StreamCalls, 'openTransport' | 'connectTransport' | 'watch' | 'ready'>;

/** What one simulated participant receives. It counts; packets are decrypted only for who listens to them. */
export class Receiver {
  readonly counter = new PacketCounter();
  /** Decrypted and authenticated, of every stream. Each costs some 20 µs. */
  onRtp: ((packet: RtpPacket) => void) | undefined;
  private known = new Set<string>();

  private constructor(
    private readonly calls: ReceiverCalls,
    private readonly transport: SecureTransport,
  ) {
    transport.path.onPacket = (packet) => {
      if (!isRtcp(packet)) this.heard(packet);
    };
  }

  /** As a browser does it: says what it wants to see while ICE and DTLS are under way. */
  static async open(calls: ReceiverCalls, tiles: readonly Tile[]): Promise<Receiver> {
    const opened = await calls.openTransport({ direction: 'receive', rtpCapabilities: viewerCapabilities });
    const [transport, watching] = await Promise.all([
      SecureTransport.connect(calls, opened),
      calls.watch({ tiles: [...tiles] }),
    ]);
    const receiver = new Receiver(calls, transport);
    await receiver.startNew(watching);
    return receiver;
  }

  /** Declares the tiles on the screen anew and lets what is new flow. */
  async watch(tiles: readonly Tile[]): Promise<Watching> {
    const watching = await this.calls.watch({ tiles: [...tiles] });
    await this.startNew(watching);
    return watching;
  }

  private async startNew({ consumers }: Watching): Promise<void> {
    const fresh = consumers.filter(({ id }) => !this.known.has(id)).map(({ id }) => ({ id }));
    this.known = new Set(consumers.map(({ id }) => id));
    if (fresh.length > 0) await this.calls.ready({ consumers: fresh });
  }

  close(): void {
    this.transport.close();
  }

  private heard(packet: Buffer): void {
    // What DTLS still says after the handshake (alerts) is not media.
    if ((packet[0] ?? 0) < 128) return;
    this.counter.count(packet);
    this.onRtp?.(RtpPacket.deSerialize(this.transport.keys.srtp.decrypt(packet)));
  }
}
