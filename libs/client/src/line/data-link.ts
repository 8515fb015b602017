import type { LineTestOpened } from '@diemcau/contracts/media/line';
import type { DtlsParameters } from 'mediasoup-client/types';
import { answerFor, fingerprintsIn } from './sdp.js';

/** One data channel of a line test. `probe` loses what the line loses; `load` is delivered whole. */
export type LineLabel = 'probe' | 'load';

/** Stream ids (RFC 8831) of what we send; far from the server's own, which start at 0. */
export const ownStreamIds: Record<LineLabel, number> = { probe: 100, load: 101 };

/** Time the way to the server may take to open. */
const openWithinMs = 8000;

/**
 * The connection of a line test: ICE, DTLS and SCTP straight to the SFU. mediasoup-client's transports are one-way and a
 * test has but one transport, so this speaks to the peer connection itself, with channels negotiated by number.
 */
export class DataLink {
  private readonly pc: RTCPeerConnection;
  private readonly channels = new Map<number, RTCDataChannel>();

  constructor(
    private readonly opened: LineTestOpened,
    PeerConnection: typeof RTCPeerConnection,
  ) {
    this.pc = new PeerConnection({ iceServers: opened.iceServers });
    this.channel(ownStreamIds.probe, { ordered: false, maxRetransmits: 0 });
    this.channel(ownStreamIds.load, { ordered: true });
  }

  /** @param connect tells the server our side of DTLS */
  async connect(connect: (dtlsParameters: DtlsParameters) => Promise<void>): Promise<void> {
    const [transport] = this.opened.transports;
    if (!transport) throw new Error('The line test was opened without a transport');
    const offer = await this.pc.createOffer();
    await this.pc.setLocalDescription(offer);
    await this.pc.setRemoteDescription({
      type: 'answer',
      sdp: answerFor(transport, this.opened.sctpParameters),
    });
    await connect({ role: 'client', fingerprints: fingerprintsIn(offer.sdp ?? '') });
    await whenOpen(this.sender('probe'));
    await whenOpen(this.sender('load'));
  }

  sender(label: LineLabel): RTCDataChannel {
    return this.channel(ownStreamIds[label], {});
  }

  /** @param streamId as the server numbered what it sends */
  receiver(streamId: number): RTCDataChannel {
    return this.channel(streamId, {});
  }

  close(): void {
    this.pc.close();
  }

  private channel(id: number, options: RTCDataChannelInit): RTCDataChannel {
    const known = this.channels.get(id);
    if (known) return known;
    const channel = this.pc.createDataChannel('', { ...options, negotiated: true, id });
    channel.binaryType = 'arraybuffer';
    this.channels.set(id, channel);
    return channel;
  }
}

function whenOpen(channel: RTCDataChannel): Promise<void> {
  if (channel.readyState === 'open') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('The way to the media server does not open')),
      openWithinMs,
    );
    channel.addEventListener('open', () => {
      clearTimeout(timer);
      resolve();
    });
    channel.addEventListener('close', () => {
      clearTimeout(timer);
      reject(new Error('The way to the media server broke'));
    });
  });
}
