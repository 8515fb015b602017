import type { VitalPart } from '@diemcau/contracts/meetings/vital-parts';
import { answersAll } from './items.service.js';
import { reasonsAgainst } from './test-verdict.js';

const line = { upMbps: 10, downMbps: 10, roundTripMs: 300, lossPercent: 2 };
const expected = [
  { key: 'power', name: null, needed: true, serves: [] },
  { key: 'backupPower', name: null, needed: false, serves: [] },
];
const good = {
  sound: { toneHeard: true, peakLevel: 0.3 },
  picture: { seen: true, width: 1280, height: 720 },
  items: [
    { key: 'power', answer: 'ok' as const },
    { key: 'backupPower', answer: 'absent' as const },
  ],
};

describe('a site has passed when nothing is against it', () => {
  test('all as it should be, at the limits; what is not needed may be absent', () => {
    expect(reasonsAgainst(line, 10, good, expected)).toEqual([]);
  });

  test.each([
    [{ upMbps: 9.9 }, ['lineUp']],
    [{ downMbps: 3, upMbps: 2 }, ['lineUp', 'lineDown']],
    [{ lossPercent: 2.1 }, ['lineLoss']],
    [{ roundTripMs: 301 }, ['lineDelay']],
  ])('a line with %p', (change, reasons) => {
    expect(reasonsAgainst({ ...line, ...change }, 10, good, expected)).toEqual(reasons);
  });

  test.each([
    [{ sound: { toneHeard: false, peakLevel: 0.3 } }, ['noTone']],
    [{ sound: { toneHeard: true, peakLevel: 0.001 } }, ['noLevel']],
    [{ picture: { seen: false, width: 0, height: 0 } }, ['noPicture']],
    [{ picture: { seen: true, width: 0, height: 0 } }, ['noPicture']],
    [{ picture: { seen: true, width: 320, height: 240 } }, ['smallPicture']],
    [{ items: [{ key: 'power', answer: 'faulty' as const }] }, ['items']],
  ])('findings with %p', (change, reasons) => {
    expect(reasonsAgainst(line, 10, { ...good, ...change }, expected)).toEqual(reasons);
  });
});

describe('devices without which nothing is seen or heard (HB-8.3)', () => {
  const device = (key: string, ...serves: VitalPart[]) => ({ key, name: key, needed: false, serves });
  const devices = [
    ...expected,
    device('fixed camera', 'camera'),
    device('moving camera', 'camera'),
    device('table set', 'microphone', 'loudspeaker'),
    device('screen'),
  ];
  const found = (...faulty: string[]) => ({
    ...good,
    items: devices.map(({ key }) => ({
      key,
      answer: faulty.includes(key) ? ('faulty' as const) : ('ok' as const),
    })),
  });

  test.each([
    [[], []],
    [['fixed camera'], []],
    [['fixed camera', 'moving camera'], ['noCamera']],
    [['table set'], ['noMicrophone', 'noLoudspeaker']],
    [['screen', 'moving camera', 'backupPower'], []],
  ])('with %p faulty', (faulty, reasons) => {
    expect(reasonsAgainst(line, 10, found(...faulty), devices)).toEqual(reasons);
  });
});

test('every item is answered once, and no other', () => {
  expect(answersAll([{ key: 'power' }, { key: 'backupPower' }], expected)).toBe(true);
  expect(answersAll([{ key: 'power' }], expected)).toBe(false);
  expect(answersAll([{ key: 'power' }, { key: 'power' }], expected)).toBe(false);
  expect(answersAll([{ key: 'power' }, { key: 'coffee' }], expected)).toBe(false);
});
