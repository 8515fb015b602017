import { Failure } from '@diemcau/contracts/core/failure';
import type { MirrorSource } from '@diemcau/contracts/media/mirror';
import type { ReceivedPicture, ReceivedSound } from '@diemcau/contracts/media/mirror-figures';
import { kindOf, type OpenedTransport, streamErrors } from '@diemcau/contracts/media/streams';
import { checkLimits } from '@diemcau/contracts/meetings/check-limits';
import type { types } from 'mediasoup';
import { audioLevelOf, audioLevelUri } from './audio-level.js';
import { receivedOf } from './mirror-stats.js';
import { PictureMeter } from './picture-meter.js';
import type { SfuWorker } from './sfu-worker.js';
import { SoundMeter } from './sound-meter.js';

/** Somebody who vanished is noticed by the lack of ICE consent (RFC 7675). */
const consentTimeoutS = 10;
/** Each key frame is a picture that can be looked at. */
const keyFrameEveryMs = 1500;

interface Mirrored {
  readonly producer: types.Producer;
  /** `performance.now()`. */
  readonly startedAt: number;
  image?: types.Consumer;
}

/**
 * What one browser sends of microphone and camera, measured and sent back to it. A router of its own: nobody else can be in it,
 * and closing it frees everything.
 */
export class Mirror {
  private readonly mirrored = new Map<MirrorSource, Mirrored>();
  private readonly sound = new SoundMeter(checkLimits.sound.leastDbov);
  private picture: PictureMeter | undefined;
  private keyFrames: NodeJS.Timeout | undefined;

  private constructor(
    private readonly sfu: SfuWorker,
    private readonly router: types.Router,
    private readonly transports: readonly [types.WebRtcTransport, types.WebRtcTransport],
    private readonly inside: types.DirectTransport,
  ) {}

  /** @param mostKbps what the sender is asked to keep to */
  static async open(sfu: SfuWorker, mostKbps: number): Promise<Mirror> {
    const router = await sfu.createRouter();
    try {
      const webRtc = { webRtcServer: sfu.server, enableUdp: true, enableTcp: true, preferUdp: true };
      const options = { ...webRtc, iceConsentTimeout: consentTimeoutS };
      const [sending, receiving, inside] = await Promise.all([
        router.createWebRtcTransport(options),
        router.createWebRtcTransport({ ...options, initialAvailableOutgoingBitrate: mostKbps * 1000 }),
        router.createDirectTransport(),
      ]);
      await sending.setMaxIncomingBitrate(mostKbps * 1000);
      return new Mirror(sfu, router, [sending, receiving], inside);
    } catch (error) {
      router.close();
      throw error;
    }
  }

  get opened(): OpenedTransport[] {
    return this.transports.map(({ id, iceParameters, iceCandidates, dtlsParameters }) => ({
      id,
      iceParameters,
      candidates: { list: iceCandidates },
      dtlsParameters,
    }));
  }

  get rtpCapabilities(): types.RtpCapabilities {
    return this.router.rtpCapabilities;
  }

  /** Called when nothing more can come: the way broke, the browser hung up, the worker died. */
  onGone(gone: () => void): void {
    for (const transport of this.transports) {
      transport.on('icestatechange', (state) => {
        if (state === 'disconnected') gone();
      });
      transport.on('dtlsstatechange', (state) => {
        if (state === 'closed' || state === 'failed') gone();
      });
    }
    this.router.on('workerclose', gone);
  }

  async connect(transportId: string, dtlsParameters: types.DtlsParameters): Promise<void> {
    const transport = this.transports.find(({ id }) => id === transportId);
    if (!transport) throw new Failure(streamErrors.noTransport);
    await transport.connect({ dtlsParameters });
  }

  /** One of each source, in one encoding. @throws Failure `streams.sourceTaken`, `.badParameters` */
  async produce(source: MirrorSource, rtpParameters: types.RtpParameters): Promise<string> {
    if (this.mirrored.has(source)) throw new Failure(streamErrors.sourceTaken);
    const producer = await this.transports[0].produce({
      kind: kindOf[source],
      rtpParameters: withoutLayers(rtpParameters),
    });
    if (this.mirrored.has(source)) {
      producer.close();
      throw new Failure(streamErrors.sourceTaken);
    }
    this.mirrored.set(source, { producer, startedAt: performance.now() });
    await (source === 'microphone' ? this.listen(producer) : this.lookAt(producer));
    return producer.id;
  }

  /** Paused until {@link ready}. @throws Failure `streams.noProducer` */
  async see(source: MirrorSource, rtpCapabilities: types.RtpCapabilities): Promise<types.Consumer> {
    const mirrored = this.mirrored.get(source);
    if (!mirrored) throw new Failure(streamErrors.noProducer);
    if (mirrored.image) throw new Failure(streamErrors.sourceTaken);
    const image = await this.transports[1].consume({
      producerId: mirrored.producer.id,
      rtpCapabilities,
      paused: true,
    });
    mirrored.image = image;
    this.sfu.consumers += 1;
    image.observer.once('close', () => {
      this.sfu.consumers -= 1;
    });
    return image;
  }

  async ready(source: MirrorSource): Promise<void> {
    await this.mirrored.get(source)?.image?.resume();
  }

  /** What it has received so far. */
  async figures(): Promise<{ sound: ReceivedSound | null; picture: ReceivedPicture | null }> {
    const [microphone, camera] = await Promise.all([this.received('microphone'), this.received('camera')]);
    return {
      sound: microphone && { ...microphone, ...this.sound.level },
      picture: camera && this.picture ? { ...camera, ...this.picture.seen(performance.now()) } : null,
    };
  }

  /** What arrives now, in kbit/s. */
  async incomingKbps(): Promise<number> {
    const [stats] = await this.transports[0].getStats();
    return (stats?.recvBitrate ?? 0) / 1000;
  }

  close(): void {
    clearInterval(this.keyFrames);
    this.router.close();
  }

  /** Inside this process, where each packet says how loud it is: averages over a time hide words between pauses. */
  private async listen(producer: types.Producer): Promise<void> {
    const ear = await this.within(producer);
    const id = ear.rtpParameters.headerExtensions?.find(({ uri }) => uri === audioLevelUri)?.id;
    if (id === undefined) return;
    ear.on('rtp', (packet) => {
      const level = audioLevelOf(packet, id);
      if (level !== undefined) this.sound.hear(level);
    });
  }

  /** Inside this process, where the headers of its frames can be read. */
  private async lookAt(producer: types.Producer): Promise<void> {
    const eye = await this.within(producer);
    const picture = new PictureMeter(eye.rtpParameters.codecs[0]?.mimeType ?? '');
    eye.on('rtp', (packet) => picture.count(packet, performance.now()));
    this.picture = picture;
    this.keyFrames = setInterval(() => void eye.requestKeyFrame().catch(() => undefined), keyFrameEveryMs);
    this.keyFrames.unref();
  }

  private within(producer: types.Producer): Promise<types.Consumer> {
    return this.inside.consume({ producerId: producer.id, rtpCapabilities: this.router.rtpCapabilities });
  }

  private async received(source: MirrorSource) {
    const mirrored = this.mirrored.get(source);
    return mirrored ? receivedOf(mirrored.producer, performance.now() - mirrored.startedAt) : null;
  }
}

/** All of one encoding is looked at and sent back, whatever layers it says it has. */
function withoutLayers({ encodings = [], ...rest }: types.RtpParameters): types.RtpParameters {
  const [only, ...others] = encodings;
  if (!only || others.length > 0) throw new Failure(streamErrors.badParameters, { why: 'one encoding' });
  const { scalabilityMode: _layers, ...encoding } = only;
  return { ...rest, encodings: [encoding] };
}
