import { randomBytes } from 'node:crypto';

/** Below the path MTU with all headers and the authentication tag. */
const mostPayloadBytes = 1100;

export const packetsOf = (frameBytes: number): number => Math.ceil(frameBytes / mostPayloadBytes);

interface Place {
  readonly temporalLayer: number;
  /** Y, the layer sync bit: depends on the base layer alone, so that a receiver may go up here. */
  readonly sync: boolean;
}

/** L1T3 as libvpx sends it. */
const base: Place = { temporalLayer: 0, sync: false };
const pattern: readonly Place[] = [
  base,
  { temporalLayer: 2, sync: true },
  { temporalLayer: 1, sync: true },
  { temporalLayer: 2, sync: false },
];
const noise = randomBytes(64 * 1024);

/** Payloads of one VP8 encoding with three temporal layers: descriptor and frame header are right (RFC 7741), the rest is noise. */
export class Vp8Frames {
  private pictureId = 0;
  private baseLayerIndex = 0;
  private keyFrameWanted = true;
  private position = 0;

  constructor(private readonly size: { readonly width: number; readonly height: number }) {}

  /** The next frame is a key frame. Of the same size as others, so that the load does not depend on who asks for how many. */
  wantKeyFrame(): void {
    this.keyFrameWanted = true;
  }

  /** @returns the payloads of the next frame, in order */
  next(frameBytes: number): Buffer[] {
    const keyFrame = this.keyFrameWanted;
    this.keyFrameWanted = false;
    if (keyFrame) this.position = 0;
    const place = pattern[this.position % pattern.length] ?? base;
    this.position += 1;
    this.pictureId = (this.pictureId + 1) & 0x7fff;
    if (place === base) this.baseLayerIndex = (this.baseLayerIndex + 1) & 0xff;
    const count = packetsOf(frameBytes);
    return Array.from({ length: count }, (_, index) => {
      const bytes = Math.floor(frameBytes / count);
      const start = index === 0;
      const descriptor = this.descriptor(start, place);
      const header = start ? frameHeader(keyFrame, this.size) : Buffer.alloc(0);
      const rest = Math.max(0, bytes - descriptor.length - header.length);
      return Buffer.concat([descriptor, header, noise.subarray(0, rest)]);
    });
  }

  /** X, S; I, L, T; a picture id of 15 bits; TL0PICIDX; TID, Y. */
  private descriptor(start: boolean, { temporalLayer, sync }: Place): Buffer {
    return Buffer.from([
      start ? 0x90 : 0x80,
      0xe0,
      0x80 | (this.pictureId >> 8),
      this.pictureId & 0xff,
      this.baseLayerIndex,
      (temporalLayer << 6) | (sync ? 0x20 : 0),
    ]);
  }
}

/** RFC 6386 §9.1: the lowest bit of the first byte is 0 in key frames, whose start code and size follow. */
function frameHeader(keyFrame: boolean, { width, height }: { width: number; height: number }): Buffer {
  if (!keyFrame) return Buffer.from([0x11, 0, 0]);
  return Buffer.from([0x10, 0, 0, 0x9d, 0x01, 0x2a, width & 0xff, width >> 8, height & 0xff, height >> 8]);
}
