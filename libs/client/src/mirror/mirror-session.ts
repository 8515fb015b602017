import type { MediaTest, MirrorOpened, MirrorProgress, MirrorSource } from '@diemcau/contracts/media/mirror';
import type { Device } from 'mediasoup-client';
import type { RtpCapabilities, Transport } from 'mediasoup-client/types';
import { answered } from '../room/answered.js';
import { browserDevice } from '../room/browser-device.js';
import type { Socket } from '../socket/socket.js';

export interface MirrorOptions {
  readonly socket: Pick<Socket, 'request'>;
  /** From `POST …/checks/…/mirror`, `check-link/mirror` or `trials/…/mirror`; good once, for a minute. */
  readonly ticket: string;
  /** Of this browser unless given. */
  readonly makeDevice?: () => Promise<Device>;
}

/** One picture is enough to judge by: no layers. */
const cameraBitrate = 1_200_000;

/**
 * Sends a microphone and a camera to a router of one's own at the SFU and gets them back (HB-8.2, TM-3). What counts is what the
 * SFU received: nothing that is measured here is sent.
 */
export class MirrorSession {
  private readonly sending: Transport;
  private readonly receiving: Transport;

  private constructor(
    private readonly socket: Pick<Socket, 'request'>,
    private readonly device: Device,
    readonly opened: MirrorOpened,
  ) {
    const [sending, receiving] = opened.transports.map(
      ({ id, iceParameters, candidates, dtlsParameters }) => ({
        id,
        iceParameters,
        iceCandidates: candidates.list,
        dtlsParameters,
        iceServers: opened.iceServers,
      }),
    );
    if (!sending || !receiving) throw new Error('The mirror was opened without its transports');
    this.sending = device.createSendTransport(sending);
    this.receiving = device.createRecvTransport(receiving);
    for (const transport of [this.sending, this.receiving]) this.connects(transport);
    this.produces();
  }

  /** @throws Problem `mirror.busy`, `mirror.ticketUsed`, `mirror.ticketInvalid` */
  static async open({ socket, ticket, makeDevice = browserDevice }: MirrorOptions): Promise<MirrorSession> {
    const device = await makeDevice();
    const opened = await socket.request('media.mirror.begin', { ticket });
    await device.load({ routerRtpCapabilities: opened.routerRtpCapabilities as RtpCapabilities });
    return new MirrorSession(socket, device, opened);
  }

  /**
   * The track stays the caller's.
   * @returns what comes back of it, for the operator to see and hear
   */
  async send(source: MirrorSource, track: MediaStreamTrack): Promise<MediaStreamTrack> {
    await this.sending.produce({
      track,
      stopTracks: false,
      ...(source === 'camera'
        ? { encodings: [{ maxBitrate: cameraBitrate }], codecOptions: { videoGoogleStartBitrate: 800 } }
        : // Without pauses: what is not sent cannot be judged.
          { codecOptions: { opusFec: true, opusDtx: false, opusStereo: false } }),
      appData: { source },
    });
    const { mirrorId } = this.opened;
    const { recvRtpCapabilities: rtpCapabilities } = this.device;
    const image = await this.socket.request('media.mirror.see', { mirrorId, source, rtpCapabilities });
    const consumer = await this.receiving.consume({ ...image, streamId: 'mirror' });
    await this.socket.request('media.mirror.ready', { mirrorId, source });
    return consumer.track;
  }

  /** What the SFU has received so far. @throws Problem `mirror.gone` when its server has stopped */
  look(): Promise<MirrorProgress> {
    return this.socket.request('media.mirror.look', { mirrorId: this.opened.mirrorId });
  }

  /** Has the SFU keep what it received. @throws Problem `mirror.tooShort`, `mirror.gone` */
  finish(): Promise<MediaTest> {
    return this.socket.request('media.mirror.finish', { mirrorId: this.opened.mirrorId });
  }

  /** Frees it here and, unless it is finished, there. */
  close(): void {
    this.sending.close();
    this.receiving.close();
    void this.socket.request('media.mirror.leave', { mirrorId: this.opened.mirrorId }).catch(() => undefined);
  }

  private connects(transport: Transport): void {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      const { mirrorId } = this.opened;
      const input = { mirrorId, transportId: transport.id, dtlsParameters };
      void answered(this.socket.request('media.mirror.connect', input), done, failed);
    });
  }

  private produces(): void {
    this.sending.on('produce', ({ rtpParameters, appData }, done, failed) => {
      const { source } = appData as { source: MirrorSource };
      const input = { mirrorId: this.opened.mirrorId, source, rtpParameters };
      void answered(
        this.socket.request('media.mirror.produce', input),
        ({ producerId }) => done({ id: producerId }),
        failed,
      );
    });
  }
}
