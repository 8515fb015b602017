import type { PeerCaller } from '@diemcau/contracts/core/caller';
import type { Client } from '@diemcau/contracts/core/contract';
import {
  type JoinedRoom,
  type LiveRoom,
  LiveRoomClient,
  PlacementClient,
} from '@diemcau/contracts/media/room';
import { type Streams, StreamsClient } from '@diemcau/contracts/media/streams';
import type { TicketClaims } from '@diemcau/contracts/meetings/lobby';
import { ticketToken } from '@diemcau/contracts/meetings/ticket';
import { ensureMediasoupWorker } from '@diemcau/infra/mediasoup-worker';
import { freeMediaPorts } from '@diemcau/infra/ports';
import { TestBed } from '@diemcau/testing/service';
import jwt from 'jsonwebtoken';
import { randomBytes, randomUUID } from 'node:crypto';

export const nodeId = 'media-test';
export const ticketSecret = randomBytes(32).toString('hex');

/** A media node in this process, and hands to reach it as the gateway does. */
export class MediaBed {
  readonly rooms: Client<typeof LiveRoom>;
  readonly streams: Client<typeof Streams>;
  readonly placement: PlacementClient;

  private constructor(readonly bed: TestBed) {
    this.rooms = bed.client(LiveRoomClient).at(nodeId);
    this.streams = bed.client(StreamsClient).at(nodeId);
    this.placement = bed.client(PlacementClient);
  }

  static async start(env: Record<string, string> = {}): Promise<MediaBed> {
    const bed = await TestBed.start();
    const port = await freeMediaPorts(2, 20_000 + Math.floor(Math.random() * 20_000));
    Object.assign(process.env, {
      MEDIA_NODE_ID: nodeId,
      TICKET_SECRET: ticketSecret,
      MEDIA_LISTEN_IP: '127.0.0.1',
      MEDIA_PORT: String(port),
      MEDIA_WORKERS: '2',
      ...env,
    });
    // Before mediasoup is loaded: it reads the variable then.
    process.env['MEDIASOUP_WORKER_BIN'] = await ensureMediasoupWorker(() => undefined);
    const { MediaModule } = await import('../src/media.module.js');
    await bed.serve(MediaModule, { name: 'media', node: nodeId });
    return new MediaBed(bed);
  }

  stop(): Promise<void> {
    return this.bed.stop();
  }
}

export function ticketFor(
  claims: Partial<TicketClaims> & { roomId: string },
  options: Partial<Signing> = {},
): string {
  const { secret, algorithm, lifeS, issuer, audience } = {
    secret: ticketSecret,
    ...ticketToken,
    ...options,
  };
  const full: TicketClaims = {
    jti: randomUUID(),
    peerId: randomUUID(),
    name: 'Trung tâm GDTX Như Xuân',
    unitName: null,
    host: false,
    signIn: null,
    ...claims,
  };
  return jwt.sign({ ...full }, secret, { algorithm, expiresIn: lifeS, issuer, audience });
}
interface Signing {
  secret: string;
  algorithm: jwt.Algorithm;
  lifeS: number;
  issuer: string;
  audience: string;
}

/** Somebody in a room, speaking through the bus as the gateway would for a socket. */
export class TestPeer {
  joined: JoinedRoom;
  caller: PeerCaller;
  /** Hosts have an account; this is the sign-in they came with. */
  readonly sessionId = randomUUID();
  rightsVersion = 1;

  private constructor(
    readonly media: MediaBed,
    readonly roomId: string,
    readonly peerId: string,
    readonly host: boolean,
  ) {}

  static async join(
    media: MediaBed,
    roomId: string,
    { host = false, peerId = randomUUID(), rightsVersion = 1 } = {},
  ): Promise<TestPeer> {
    const peer = new TestPeer(media, roomId, peerId, host);
    peer.rightsVersion = rightsVersion;
    await peer.rejoin();
    return peer;
  }

  async rejoin(held: { mediaId?: string; since?: number; sessionId?: string } = {}): Promise<void> {
    const { roomId, peerId, host, media } = this;
    await media.placement.locate({ roomId }, { kind: 'service', name: 'test' });
    const attachmentId = randomUUID();
    const { sessionId, rightsVersion } = this;
    const signIn = host ? { userId: peerId, sessionId, rightsVersion } : null;
    const ticket = ticketFor({ roomId, peerId, host, signIn });
    this.joined = await media.rooms.attach(
      { roomId, ticket, attachmentId, ...held },
      { kind: 'service', name: 'test' },
    );
    this.caller = { kind: 'peer', peerId, roomId, attachmentId };
  }

  say(text: string, id: string = randomUUID()) {
    return this.media.rooms.say({ text, id }, this.caller);
  }
  setRole(peerId: string, role: 'presenter' | 'participant') {
    return this.media.rooms.setRole({ peerId, role }, this.caller);
  }
  events(since: number) {
    return this.media.rooms.events({ since }, this.caller);
  }
  async state() {
    const { snapshot } = await this.events(2_000_000_000);
    if (!snapshot) throw new Error('a version from the future gets the whole state');
    return snapshot;
  }

  async openTransports(): Promise<{ send: string; receive: string }> {
    const rtpCapabilities = this.joined.routerRtpCapabilities;
    const { streams } = this.media;
    const send = await streams.openTransport({ direction: 'send' }, this.caller);
    const receive = await streams.openTransport({ direction: 'receive', rtpCapabilities }, this.caller);
    return { send: send.id, receive: receive.id };
  }

  produceSound(transportId: string) {
    const { streams } = this.media;
    return streams.produce(
      { transportId, source: 'microphone', rtpParameters: opusParameters() },
      this.caller,
    );
  }
}

export const opusParameters = () => ({
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2, parameters: {} }],
  encodings: [{ ssrc: Math.floor(Math.random() * 2 ** 31) }],
  rtcp: { cname: 'test' },
});

/** VP8 in three simulcast layers, as a browser offers its camera. */
export const simulcastParameters = () => ({
  mid: '1',
  codecs: [
    {
      mimeType: 'video/VP8',
      payloadType: 96,
      clockRate: 90_000,
      parameters: {},
      rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'goog-remb' }],
    },
  ],
  headerExtensions: [
    { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid' as const, id: 1 },
    { uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id' as const, id: 2 },
  ],
  encodings: [{ rid: 'r0' }, { rid: 'r1' }, { rid: 'r2' }],
  rtcp: { cname: 'test' },
});
