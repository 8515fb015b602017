import type { ReceivedReason } from '@diemcau/contracts/meetings/check-limits';
import type { VitalPart } from '@diemcau/contracts/meetings/vital-parts';
import { answersAll } from './items.service.js';
import { reasonsAgainst } from './test-verdict.js';

const line = { upMbps: 10, downMbps: 10, roundTripMs: 300, lossPercent: 2 };
const measured = { line, media: { reasons: [] as ReceivedReason[] } };
const expected = [
  { key: 'power', name: null, needed: true, serves: [] },
  { key: 'backupPower', name: null, needed: false, serves: [] },
];
const good = {
  sound: { toneHeard: true },
  picture: { seen: true },
  items: [
    { key: 'power', answer: 'ok' as const },
    { key: 'backupPower', answer: 'absent' as const },
  ],
};

describe('a site has passed when nothing is against it', () => {
  test('all as it should be, at the limits; what is not needed may be absent', () => {
    expect(reasonsAgainst(measured, 10, good, expected)).toEqual([]);
  });

  test.each([
    [{ upMbps: 9.9 }, ['lineUp']],
    [{ downMbps: 3, upMbps: 2 }, ['lineUp', 'lineDown']],
    [{ lossPercent: 2.1 }, ['lineLoss']],
    [{ roundTripMs: 301 }, ['lineDelay']],
  ])('a line with %p', (change, reasons) => {
    expect(reasonsAgainst({ ...measured, line: { ...line, ...change } }, 10, good, expected)).toEqual(
      reasons,
    );
  });

  test.each([
    [{ sound: { toneHeard: false } }, ['noTone']],
    [{ picture: { seen: false } }, ['noPicture']],
    [{ items: [{ key: 'power', answer: 'faulty' as const }] }, ['items']],
  ])('findings with %p', (change, reasons) => {
    expect(reasonsAgainst(measured, 10, { ...good, ...change }, expected)).toEqual(reasons);
  });
});

test('what the media server received counts, whatever the operator says; what is missing both ways is named once', () => {
  const reasons: ReceivedReason[] = ['notHeard', 'noPicture'];
  const found = { ...good, picture: { seen: false } };
  expect(reasonsAgainst({ line, media: { reasons } }, 10, good, expected)).toEqual(reasons);
  expect(reasonsAgainst({ line, media: { reasons } }, 10, found, expected)).toEqual(reasons);
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
    expect(reasonsAgainst(measured, 10, found(...faulty), devices)).toEqual(reasons);
  });
});

test('every item is answered once, and no other', () => {
  expect(answersAll([{ key: 'power' }, { key: 'backupPower' }], expected)).toBe(true);
  expect(answersAll([{ key: 'power' }], expected)).toBe(false);
  expect(answersAll([{ key: 'power' }, { key: 'power' }], expected)).toBe(false);
  expect(answersAll([{ key: 'power' }, { key: 'coffee' }], expected)).toBe(false);
});
