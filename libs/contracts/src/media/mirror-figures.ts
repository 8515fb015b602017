import { Decimal, Int } from '../core/fields.js';

/** What the media server received of a microphone. Everything is its own counting; the client's word is in none of it. */
export class ReceivedSound {
  @Int({ min: 0, max: 1_000_000 }) packets: number;
  /** 0–100, before anything was sent again. */
  @Decimal({ min: 0, max: 100 }) lossPercent: number;
  /** RFC 3550. */
  @Decimal({ min: 0, max: 60_000 }) jitterMs: number;
  /** Mean since it began. */
  @Decimal({ min: 0, max: 100_000 }) kbps: number;
  /** mediasoup's, 0 (unusable) – 10 (perfect). */
  @Int({ min: 0, max: 10 }) score: number;
  /** Loudest packet, -127 (silent) to 0. RFC 6464. */
  @Int({ min: -127, max: 0 }) loudestDbov: number;
  /** For how long it was loud enough to be a voice, all packets of 20 ms together. */
  @Int({ min: 0, max: 600_000 }) heardMs: number;
}

/** What the media server received of a camera. */
export class ReceivedPicture {
  @Int({ min: 0, max: 1_000_000 }) packets: number;
  @Decimal({ min: 0, max: 100 }) lossPercent: number;
  @Decimal({ min: 0, max: 60_000 }) jitterMs: number;
  /** Mean since it began. */
  @Decimal({ min: 0, max: 100_000 }) kbps: number;
  @Int({ min: 0, max: 10 }) score: number;
  @Int({ min: 0, max: 100_000 }) frames: number;
  /** Whole pictures in themselves: what everybody who joins begins with. */
  @Int({ min: 0, max: 100_000 }) keyFrames: number;
  /** Over the last three seconds: a camera that stopped in the middle has stopped. */
  @Decimal({ min: 0, max: 240 }) framesPerSecond: number;
  /** Of the largest key frame, read from its header; 0 while there was none. */
  @Int({ min: 0, max: 16_384 }) width: number;
  @Int({ min: 0, max: 16_384 }) height: number;
  /** Of the richest key frame: a black picture has next to nothing in it. */
  @Decimal({ min: 0, max: 100 }) bitsPerPixel: number;
}
