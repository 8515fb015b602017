import { randomBytes } from 'node:crypto';
import type { RtpParameters } from 'mediasoup-client/types';
import { audioLevelExtension, payloadTypes } from './capabilities.js';
import { pacer, type Paced } from './pacer.js';
import { RtpStream } from './rtp-stream.js';
import type { SecureTransport } from './secure-transport.js';

export interface MicrophoneOptions {
  /** Of the Opus payload; 32 unless given. */
  readonly kbps?: number;
  /** Packets a second; 50 (20 ms each) unless given. */
  readonly packetsPerSecond?: number;
  /** Loudness told in the header extension, -127 to 0; -30 unless given. */
  readonly dbov?: number;
}

/** Talks without a pause: packets of the size and rhythm of Opus, filled with noise. */
export class Microphone implements Paced {
  readonly everyMs: number;
  readonly rtpParameters: RtpParameters;
  private readonly stream: RtpStream;
  private readonly payload: Buffer;
  private readonly extensions;

  constructor(
    transport: SecureTransport,
    { kbps = 32, packetsPerSecond = 50, dbov = -30 }: MicrophoneOptions = {},
  ) {
    this.everyMs = 1000 / packetsPerSecond;
    this.stream = new RtpStream(transport, { payloadType: payloadTypes.opus, clockRate: 48_000 });
    this.payload = randomBytes(Math.round((kbps * 1000) / 8 / packetsPerSecond));
    // The highest bit says that there is a voice.
    this.extensions = [{ id: audioLevelExtension.id, payload: Buffer.from([0x80 | -dbov]) }];
    this.rtpParameters = {
      codecs: [
        {
          mimeType: 'audio/opus',
          payloadType: payloadTypes.opus,
          clockRate: 48_000,
          channels: 2,
          parameters: { useinbandfec: 1, usedtx: 1 },
          rtcpFeedback: [],
        },
      ],
      headerExtensions: [{ ...audioLevelExtension, encrypt: false, parameters: {} }],
      encodings: [{ ssrc: this.stream.ssrc, dtx: true }],
      rtcp: { cname: 'sim', reducedSize: true },
    };
  }

  start(): void {
    pacer.add(this);
  }

  stop(): void {
    pacer.remove(this);
  }

  frame(nowMs: number): void {
    this.stream.send(this.payload, { marker: false, nowMs, extensions: this.extensions });
  }
}
