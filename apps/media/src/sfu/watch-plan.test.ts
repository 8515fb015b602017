import { describe, expect, it } from '@jest/globals';
import { type AvailableStream, planWatch } from './watch-plan.js';

const camera = (peerId: string): AvailableStream => ({ peerId, source: 'camera' });
const microphone = (peerId: string): AvailableStream => ({ peerId, source: 'microphone' });
const tile = (peerId: string, width: number, height: number) => ({
  peerId,
  source: 'camera' as const,
  width,
  height,
});

describe('what a viewer gets', () => {
  it('hears everybody but oneself, whatever the tiles', () => {
    const plan = planWatch(
      'me',
      [],
      [microphone('me'), microphone('a'), { peerId: 'b', source: 'screenAudio' }],
      9,
    );
    expect(plan).toEqual([microphone('a'), { peerId: 'b', source: 'screenAudio' }]);
  });

  it.each([
    [160, 90, 0],
    [400, 225, 0],
    [640, 360, 1],
    [1280, 720, 2],
    [1920, 1080, 2],
    [1280, 100, 0],
    [200, 1080, 0],
  ])('sends a %d × %d tile layer %d', (width, height, spatialLayer) => {
    expect(planWatch('me', [tile('a', width, height)], [camera('a')], 9)).toMatchObject([{ spatialLayer }]);
  });

  it('sends nothing for a hidden tile, for a tile nobody fills, and for one’s own', () => {
    const tiles = [tile('a', 0, 0), tile('gone', 640, 360), tile('me', 640, 360)];
    expect(planWatch('me', tiles, [camera('a'), camera('me')], 9)).toEqual([]);
  });

  it('sends no more cameras than last-N, the largest tiles first, and screens beside them', () => {
    const tiles = [
      tile('a', 320, 180),
      tile('b', 1280, 720),
      tile('c', 640, 360),
      { ...tile('d', 300, 200), source: 'screen' as const },
    ];
    const available = [camera('a'), camera('b'), camera('c'), { peerId: 'd', source: 'screen' as const }];
    const plan = planWatch('me', tiles, available, 2);
    expect(plan.map(({ peerId }) => peerId)).toEqual(['d', 'b', 'c']);
    expect(plan.map(({ priority }) => priority)).toEqual([220, 120, 119]);
  });

  it('sends a stream once when two tiles show it, in the larger one’s layer', () => {
    const plan = planWatch('me', [tile('a', 160, 90), tile('a', 1280, 720)], [camera('a')], 9);
    expect(plan).toEqual([{ ...camera('a'), spatialLayer: 2, priority: 120 }]);
  });
});
