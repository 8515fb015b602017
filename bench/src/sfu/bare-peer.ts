import {
  kindOf,
  type OpenTransport,
  type Produce,
  type Source,
  type Tile,
} from '@diemcau/contracts/media/streams';
import type { types } from 'mediasoup';
import { layerOf } from './plan.ts';

export interface BareStream {
  readonly peerId: string;
  readonly source: Source;
  readonly producer: types.Producer;
}

/** One participant of the bare SFU: its transports and consumers, and nothing that looks after them. */
export class BarePeer {
  private readonly id: string;
  private readonly router: types.Router;
  private readonly server: types.WebRtcServer;
  private readonly streams: BareStream[];
  private readonly transports = new Map<string, types.WebRtcTransport>();
  private readonly consumers = new Map<string, types.Consumer>();
  private receiving: { transport: types.WebRtcTransport; rtpCapabilities: types.RtpCapabilities } | undefined;

  /** @param streams what everybody sends; added to here */
  constructor(id: string, router: types.Router, server: types.WebRtcServer, streams: BareStream[]) {
    this.id = id;
    this.router = router;
    this.server = server;
    this.streams = streams;
  }

  async openTransport({ direction, rtpCapabilities }: OpenTransport) {
    const transport = await this.router.createWebRtcTransport({
      webRtcServer: this.server,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      initialAvailableOutgoingBitrate: 1_000_000,
    });
    this.transports.set(transport.id, transport);
    if (direction === 'send') await transport.setMaxIncomingBitrate(6_000_000);
    else if (rtpCapabilities) this.receiving = { transport, rtpCapabilities };
    const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
    return { id, iceParameters, candidates: { list: iceCandidates }, dtlsParameters };
  }

  async connectTransport(input: { transportId: string; dtlsParameters: types.DtlsParameters }) {
    await this.transports.get(input.transportId)?.connect({ dtlsParameters: input.dtlsParameters });
    return {};
  }

  async produce({ transportId, source, rtpParameters }: Produce) {
    const transport = this.transports.get(transportId);
    if (!transport) throw new Error('there is no such transport');
    const producer = await transport.produce({
      kind: kindOf[source],
      rtpParameters,
      ...(source === 'camera' && { keyFrameRequestDelay: 1000 }),
    });
    this.streams.push({ peerId: this.id, source, producer });
    return { producerId: producer.id };
  }

  async watch({ tiles }: { tiles: Tile[] }) {
    const shown = new Map(tiles.filter(({ width }) => width > 0).map((tile) => [tile.peerId, tile]));
    const wanted = this.streams.filter(
      ({ peerId, source }) => peerId !== this.id && (kindOf[source] === 'audio' || shown.has(peerId)),
    );
    const consumers = await Promise.all(
      wanted.map((stream) => this.consume(stream, shown.get(stream.peerId))),
    );
    return { consumers: consumers.map(({ id }) => ({ id })), streamsVersion: this.streams.length };
  }

  async ready({ consumers }: { consumers: { id: string }[] }) {
    await Promise.all(consumers.map(({ id }) => this.consumers.get(id)?.resume()));
    return {};
  }

  private async consume({ producer }: BareStream, tile: Tile | undefined): Promise<types.Consumer> {
    if (!this.receiving) throw new Error('there is no receiving transport');
    const known = [...this.consumers.values()].find(({ producerId }) => producerId === producer.id);
    if (known) return known;
    const { transport, rtpCapabilities } = this.receiving;
    const consumer = await transport.consume({
      producerId: producer.id,
      rtpCapabilities,
      paused: true,
      ...(producer.kind === 'video' && tile && { preferredLayers: { spatialLayer: layerOf(tile.height) } }),
    });
    this.consumers.set(consumer.id, consumer);
    return consumer;
  }
}
