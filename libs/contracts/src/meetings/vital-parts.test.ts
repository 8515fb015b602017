import { reasonsOfItems } from './vital-parts.js';

const expected = [
  { key: 'power', name: null, needed: true, serves: [] },
  { key: 'backupPower', name: null, needed: false, serves: [] },
  { key: 'one', name: 'Webcam', needed: false, serves: ['camera' as const] },
  { key: 'two', name: 'Camera PTZ', needed: false, serves: ['camera' as const] },
  {
    key: 'set',
    name: 'Loa kèm micro',
    needed: false,
    serves: ['microphone' as const, 'loudspeaker' as const],
  },
];
const ticked = (...faulty: string[]) =>
  expected.map(({ key }) => ({
    key,
    answer: faulty.includes(key) ? ('faulty' as const) : ('ok' as const),
  }));

test.each([
  [[], []],
  [['backupPower', 'one'], []],
  [['power'], ['items']],
  [['one', 'two'], ['noCamera']],
  [['set'], ['noMicrophone', 'noLoudspeaker']],
])('with %p faulty a site is red for %p', (faulty, reasons) => {
  expect(reasonsOfItems(ticked(...faulty), expected)).toEqual(reasons);
});
