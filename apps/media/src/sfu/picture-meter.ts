import { h264KeyFrame } from './h264-frame.js';
import { vp8KeyFrame } from './vp8-frame.js';

/** What can be told of a picture from its packets, without decoding any. */
export interface PictureSeen {
  readonly frames: number;
  readonly keyFrames: number;
  /** Over the last three seconds. */
  readonly framesPerSecond: number;
  readonly width: number;
  readonly height: number;
  /** Of the richest key frame. */
  readonly bitsPerPixel: number;
}

/** Of late: a camera that stopped in the middle has stopped. */
const rateOverMs = 3000;

/** Counts the frames of one camera in its RTP packets (RFC 3550 §5.1), and looks into the headers of key frames. */
export class PictureMeter {
  private frames = 0;
  private keyFrames = 0;
  private size = { width: 0, height: 0 };
  private richest = 0;
  private timestamp: number | undefined;
  private key: { readonly pixels: number; bytes: number } | undefined;
  private firstAt: number | undefined;
  /** When the frames of late began. */
  private recent: number[] = [];

  /** @param mimeType what the packets carry, `video/VP8` or `video/H264` */
  constructor(private readonly mimeType: string) {}

  /** @param nowMs of a monotonic clock */
  count(packet: Buffer, nowMs: number): void {
    if (packet.length < 12) return;
    const timestamp = packet.readUInt32BE(4);
    const payload = payloadOf(packet);
    // A packet without payload probes the line and belongs to no frame.
    if (payload.length === 0) return;
    if (this.timestamp !== undefined && isOlder(timestamp, this.timestamp)) return;
    if (timestamp !== this.timestamp) this.begin(timestamp, nowMs);
    const start = this.mimeType.toLowerCase() === 'video/h264' ? h264KeyFrame(payload) : vp8KeyFrame(payload);
    if (start && !this.key) {
      this.keyFrames += 1;
      this.key = { pixels: start.width * start.height, bytes: 0 };
      if (start.height > this.size.height) this.size = start;
    }
    if (this.key) this.weigh(this.key, payload.length);
  }

  seen(nowMs: number): PictureSeen {
    const seconds = Math.min(rateOverMs, nowMs - (this.firstAt ?? nowMs)) / 1000;
    const recent = this.recent.filter((at) => at > nowMs - rateOverMs).length;
    return {
      frames: this.frames,
      keyFrames: this.keyFrames,
      framesPerSecond: seconds > 0 ? Math.min(240, recent / seconds) : 0,
      ...this.size,
      bitsPerPixel: Math.min(100, this.richest),
    };
  }

  private begin(timestamp: number, nowMs: number): void {
    this.timestamp = timestamp;
    this.key = undefined;
    this.frames += 1;
    this.firstAt ??= nowMs;
    this.recent = [...this.recent.filter((at) => at > nowMs - rateOverMs), nowMs];
  }

  private weigh(key: { readonly pixels: number; bytes: number }, bytes: number): void {
    key.bytes += bytes;
    if (key.pixels > 0) this.richest = Math.max(this.richest, (8 * key.bytes) / key.pixels);
  }
}

/** Sent again, or overtaken on the way: its frame has been counted. Timestamps wrap around. */
const isOlder = (timestamp: number, than: number): boolean => (timestamp - than) >>> 0 >= 2 ** 31;

/** Without header, contributing sources, extensions and padding. */
function payloadOf(packet: Buffer): Buffer {
  const first = packet[0] ?? 0;
  let start = 12 + 4 * (first & 0x0f);
  if ((first & 0x10) !== 0 && packet.length >= start + 4) start += 4 + 4 * packet.readUInt16BE(start + 2);
  const padding = (first & 0x20) !== 0 ? (packet.at(-1) ?? 0) : 0;
  return packet.subarray(start, Math.max(start, packet.length - padding));
}
