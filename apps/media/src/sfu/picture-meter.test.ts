import { Vp8Frames } from '@diemcau/testing/sim/vp8';
import { describe, expect, it } from '@jest/globals';
import { h264KeyFrame } from './h264-frame.js';
import { PictureMeter } from './picture-meter.js';
import { vp8KeyFrame } from './vp8-frame.js';

/** RTP with one contributing source, an extension of one word, and padding. */
function rtp(timestamp: number, payload: Buffer): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt8(0xb1, 0);
  header.writeUInt32BE(timestamp >>> 0, 4);
  header.writeUInt16BE(1, 18);
  return Buffer.concat([header, payload, Buffer.from([0, 0, 3])]);
}

describe('a picture is known by its packets', () => {
  it('frames are counted by their time, key frames by their header, over the turn of the clock', () => {
    const [meter, frames] = [new PictureMeter('video/VP8'), new Vp8Frames({ width: 640, height: 360 })];
    for (let n = 0; n < 30; n += 1) {
      if (n % 10 === 0) frames.wantKeyFrame();
      for (const payload of frames.next(3000)) meter.count(rtp(0xffff_0000 + 9000 * n, payload), 100 * n);
    }
    expect(meter.seen(3000)).toMatchObject({ frames: 30, keyFrames: 3, width: 640, height: 360 });
    expect(meter.seen(3000).framesPerSecond).toBeCloseTo(10, 0);
    expect(meter.seen(3000).bitsPerPixel).toBeCloseTo((8 * 3000) / (640 * 360), 2);
    expect(meter.seen(7000).framesPerSecond).toBe(0);
  });

  it('what is sent again late is no frame of its own; packets without content are none', () => {
    const [meter, frames] = [new PictureMeter('video/VP8'), new Vp8Frames({ width: 640, height: 360 })];
    const [first = Buffer.alloc(0)] = frames.next(200);
    for (const timestamp of [9000, 18_000, 9000, 18_000]) meter.count(rtp(timestamp, first), timestamp / 90);
    meter.count(rtp(27_000, Buffer.alloc(0)), 300);
    meter.count(Buffer.alloc(5), 300);
    expect(meter.seen(300).frames).toBe(2);
  });

  it('nothing was sent', () => {
    expect(new PictureMeter('video/VP8').seen(0)).toEqual({
      frames: 0,
      keyFrames: 0,
      framesPerSecond: 0,
      width: 0,
      height: 0,
      bitsPerPixel: 0,
    });
  });
});

/** H264 as Chromium’s encoder writes it: baseline, with the lines that fill up the last row of blocks cut off. */
describe('sizes in the headers of key frames', () => {
  it.each([
    ['', null],
    ['10', null],
    ['1001000100009d012a0005d002', null],
    ['10000000009d012a0005d002ff', null],
    ['10100000 9d012a0005d002ff', { width: 1280, height: 720 }],
    ['908001 100000 9d012a8002e001ff', { width: 640, height: 480 }],
    ['90e080ff0140 100000 9d012a8002e001', { width: 640, height: 480 }],
  ])('VP8 %s', (hex, size) => {
    expect(vp8KeyFrame(Buffer.from(hex.replaceAll(' ', ''), 'hex'))).toEqual(size);
  });

  it.each([
    ['a parameter set of its own', '6742c01f da014016e4', { width: 1280, height: 720 }],
    ['one together with others', '78 0009 6742c01fda014016e4 0004 68ce3c80', { width: 1280, height: 720 }],
    ['cut to 1080 lines', '6742c028 da01e0089f95', { width: 1920, height: 1080 }],
    ['a slice', '65888400', null],
    ['a profile that rooms do not carry', '6764001fda014016e4', null],
    ['nothing', '', null],
  ])('H264: %s', (_, hex, size) => {
    expect(h264KeyFrame(Buffer.from(hex.replaceAll(' ', ''), 'hex'))).toEqual(size);
  });
});
