import type { RtpParameters } from 'mediasoup-client/types';
import { payloadTypes } from './capabilities.js';
import { pacer, type Paced } from './pacer.js';
import { RtpStream } from './rtp-stream.js';
import type { SecureTransport } from './secure-transport.js';
import { packetsOf, Vp8Frames } from './vp8.js';

export interface CameraLayer {
  readonly kbps: number;
  readonly width: number;
  readonly height: number;
}

/** As the web client sends cameras: a quarter, a half, all of it. */
export const cameraLayers: readonly CameraLayer[] = [
  { kbps: 100, width: 320, height: 180 },
  { kbps: 350, width: 640, height: 360 },
  { kbps: 1200, width: 1280, height: 720 },
];

export interface CameraOptions {
  /** Smallest first; {@link cameraLayers} unless given. */
  readonly layers?: readonly CameraLayer[];
  /** 30 unless given. */
  readonly framesPerSecond?: number;
}

/** Packets a second of one layer. */
export function packetRate(
  layer: number,
  { layers = cameraLayers, framesPerSecond = 30 }: CameraOptions,
): number {
  const { kbps = 0 } = layers[layer] ?? {};
  return framesPerSecond * packetsOf(Math.round((kbps * 1000) / 8 / framesPerSecond));
}

interface Encoding {
  readonly layer: CameraLayer;
  readonly stream: RtpStream;
  readonly frames: Vp8Frames;
}

/** Sends VP8 simulcast with the packets, bit rates and key frames of a camera, and no picture in them. */
export class Camera implements Paced {
  readonly everyMs: number;
  readonly rtpParameters: RtpParameters;
  /** Highest layer anybody wants; the others rest. */
  private limit: number;
  private readonly encodings: Encoding[];

  constructor(
    transport: SecureTransport,
    { layers = cameraLayers, framesPerSecond = 30 }: CameraOptions = {},
  ) {
    this.everyMs = 1000 / framesPerSecond;
    this.limit = layers.length - 1;
    this.encodings = layers.map((layer) => ({
      layer,
      stream: new RtpStream(transport, { payloadType: payloadTypes.vp8, clockRate: 90_000 }),
      frames: new Vp8Frames(layer),
    }));
    this.rtpParameters = {
      codecs: [
        {
          mimeType: 'video/VP8',
          payloadType: payloadTypes.vp8,
          clockRate: 90_000,
          parameters: {},
          rtcpFeedback: [
            { type: 'nack' },
            { type: 'nack', parameter: 'pli' },
            { type: 'ccm', parameter: 'fir' },
          ],
        },
      ],
      headerExtensions: [],
      encodings: this.encodings.map(({ layer, stream }, index) => ({
        rid: `r${index}`,
        ssrc: stream.ssrc,
        maxBitrate: Math.round(layer.kbps * 1000),
        scalabilityMode: 'L1T3',
      })),
      rtcp: { cname: 'sim', reducedSize: true },
    };
  }

  start(): void {
    pacer.add(this);
  }

  stop(): void {
    pacer.remove(this);
  }

  /** @param maxSpatialLayer -1: nobody watches, nothing is sent */
  limitTo(maxSpatialLayer: number): void {
    this.limit = maxSpatialLayer;
  }

  keyFrame(ssrc: number): void {
    this.encodings.find(({ stream }) => stream.ssrc === ssrc)?.frames.wantKeyFrame();
  }

  frame(nowMs: number): void {
    for (const { layer, stream, frames } of this.encodings.slice(0, this.limit + 1)) {
      const payloads = frames.next(Math.round((layer.kbps * this.everyMs) / 8));
      payloads.forEach((payload, index) => {
        stream.send(payload, { marker: index === payloads.length - 1, nowMs });
      });
    }
  }
}
