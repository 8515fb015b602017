import { describe, expect, it } from '@jest/globals';
import { verdictOn } from './verdict.js';

const fine = { upMbps: 20, downMbps: 40, roundTripMs: 30, lossPercent: 0, requiredMbps: 10 };

describe('the verdict on a line (TM-1b)', () => {
  it.each([
    ['both ways above the required figure', {}, 'good'],
    ['exactly the required figure', { upMbps: 10, downMbps: 10 }, 'good'],
    ['upwards below the required figure', { upMbps: 9.9 }, 'weak'],
    ['downwards below the required figure', { downMbps: 4 }, 'weak'],
    ['a long way', { roundTripMs: 301 }, 'weak'],
    ['some loss', { lossPercent: 2.1 }, 'weak'],
    ['hardly anything upwards', { upMbps: 0.2 }, 'bad'],
    ['heavy loss', { lossPercent: 11 }, 'bad'],
    ['a second of delay', { roundTripMs: 1001 }, 'bad'],
  ] as const)('%s', (_, change, verdict) => {
    expect(verdictOn({ ...fine, ...change })).toBe(verdict);
  });
});
