import { expect, test } from '@jest/globals';
import { audioLevelOf } from './audio-level.js';

const fixed = [0x90, 111, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1];
const packet = (profile: number, extension: readonly number[]): Buffer =>
  Buffer.from([...fixed, profile >> 8, profile & 0xff, 0, extension.length / 4, ...extension, 0xff]);

test.each<[string, Buffer, number | undefined]>([
  ['a one-byte header', packet(0xbede, [0x60, 0x9e, 0, 0]), -30],
  ['after another extension and padding', packet(0xbede, [0x41, 1, 2, 0, 0x60, 40, 0, 0]), -40],
  ['a two-byte header', packet(0x1000, [6, 1, 0x80, 0]), 0],
  ['silence', packet(0xbede, [0x60, 0x7f, 0, 0]), -127],
  ['without the extension', packet(0xbede, [0x50, 0x1e, 0, 0]), undefined],
  ['of another profile', packet(0xabcd, [0x60, 0x1e, 0, 0]), undefined],
  ['without any extension', Buffer.from([0x80, ...fixed.slice(1), 0xff]), undefined],
  ['cut off', Buffer.from([...fixed, 0xbe]), undefined],
])('the level of a packet is read: %s', (_, bytes, level) => {
  expect(audioLevelOf(bytes, 6) ?? null).toBe(level ?? null);
});
