import { anonymous } from '@diemcau/contracts/core/caller';
import {
  type MediaTest,
  MirrorClient,
  type MirrorOpened,
  type MirrorSource,
} from '@diemcau/contracts/media/mirror';
import { type MirrorClaims, mirrorToken } from '@diemcau/contracts/media/mirror-token';
import type { CameraOptions } from '@diemcau/testing/sim/camera';
import { viewerCapabilities } from '@diemcau/testing/sim/capabilities';
import type { MicrophoneOptions } from '@diemcau/testing/sim/microphone';
import { SecureTransport } from '@diemcau/testing/sim/secure-transport';
import { Sender } from '@diemcau/testing/sim/sender';
import { eventually } from '@diemcau/testing/service';
import jwt from 'jsonwebtoken';
import { randomUUID } from 'node:crypto';
import { type MediaBed, nodeId, ticketSecret } from './media-bed.js';

export function mirrorTicket(
  claims: Partial<MirrorClaims> = {},
  {
    secret = ticketSecret,
    lifeS = mirrorToken.lifeS as number,
    audience = mirrorToken.audience as string,
  } = {},
): string {
  const { algorithm, issuer } = mirrorToken;
  const full: MirrorClaims = { jti: randomUUID(), roomId: randomUUID(), subject: 'test', ...claims };
  return jwt.sign({ ...full }, secret, { algorithm, expiresIn: lifeS, issuer, audience });
}

/** A site before a mirror, with real ICE, DTLS and SRTP, speaking through the bus as the gateway would for its socket. */
export class MirrorGuest {
  private readonly mirror;
  private sender: Sender | undefined;
  private viewer: SecureTransport | undefined;
  /** RTP and RTCP that came back. */
  returned = 0;

  private constructor(
    media: MediaBed,
    readonly opened: MirrorOpened,
  ) {
    this.mirror = media.bed.client(MirrorClient).at(nodeId);
  }

  static async at(media: MediaBed, ticket = mirrorTicket()): Promise<MirrorGuest> {
    const opened = await media.bed.client(MirrorClient).at(nodeId).open({ ticket }, anonymous);
    return new MirrorGuest(media, opened);
  }

  get ref() {
    return { mirrorId: this.opened.mirrorId };
  }

  async send(of: { microphone?: MicrophoneOptions; camera?: CameraOptions }): Promise<void> {
    const [sending] = this.opened.transports;
    if (!sending) throw new Error('a mirror has two transports');
    const sender = await Sender.open({
      openTransport: () => Promise.resolve(sending),
      connectTransport: (input) => this.mirror.connect({ ...this.ref, ...input }, anonymous),
      produce: ({ source, rtpParameters }) =>
        this.mirror.produce({ ...this.ref, source: source as MirrorSource, rtpParameters }, anonymous),
    });
    this.sender = sender;
    if (of.microphone) await sender.sendMicrophone(of.microphone);
    if (of.camera) await sender.sendCamera(of.camera);
  }

  async see(source: MirrorSource): Promise<void> {
    const receiving = this.opened.transports[1];
    if (!receiving) throw new Error('a mirror has two transports');
    this.viewer ??= await SecureTransport.connect(
      { connectTransport: (input) => this.mirror.connect({ ...this.ref, ...input }, anonymous) },
      receiving,
    );
    this.viewer.path.onPacket = () => {
      this.returned += 1;
    };
    await this.mirror.see({ ...this.ref, source, rtpCapabilities: viewerCapabilities }, anonymous);
    await this.mirror.ready({ ...this.ref, source }, anonymous);
  }

  look() {
    return this.mirror.look(this.ref, anonymous);
  }
  finish(): Promise<MediaTest> {
    return this.mirror.finish(this.ref, anonymous);
  }
  /** Stands before it until the SFU has what it judges by. */
  async finishWhen(enough: (seen: Awaited<ReturnType<MirrorGuest['look']>>) => boolean): Promise<MediaTest> {
    await eventually(
      () => this.look(),
      (seen) => seen.measuredMs >= 5000 && enough(seen),
      20_000,
    );
    const test = await this.finish();
    this.vanish();
    return test;
  }

  async leave(): Promise<void> {
    await this.mirror.leave(this.ref, anonymous);
    this.vanish();
  }

  /** Gone without a word. */
  vanish(): void {
    this.sender?.close();
    this.viewer?.close();
  }
}
