import type { UnitEvent } from '@diemcau/contracts/identity/unit-events';
import { momentAt, momentsOf } from './moments';

const event = (effectiveOn: string, over: Partial<UnitEvent> = {}): UnitEvent => ({
  id: effectiveOn,
  kind: 'move',
  state: 'applied',
  effectiveOn,
  decisionNumber: null,
  decisionDate: null,
  note: null,
  unitId: 'u',
  unitName: 'Trường THPT mẫu',
  unitIds: ['u'],
  recordedAt: '2025-01-01T00:00:00Z',
  recordedBy: null,
  appliedAt: null,
  ...over,
});

test('the days on which the tree changed stand in order, today among them', () => {
  const moments = momentsOf(
    [event('2025-07-01'), event('2027-01-01', { state: 'planned' }), event('2020-01-01')],
    '2026-11-22',
  );
  expect(moments.map(({ day, when }) => `${day} ${when}`)).toEqual([
    '2020-01-01 past',
    '2025-07-01 past',
    '2026-11-22 today',
    '2027-01-01 future',
  ]);
});

test('events of one day are one moment; cancelled ones and corrections are none', () => {
  const moments = momentsOf(
    [
      event('2025-07-01'),
      event('2025-07-01', { id: 'second', kind: 'close' }),
      event('2026-01-01', { state: 'cancelled' }),
      event('2026-02-01', { kind: 'correct' }),
    ],
    '2025-07-01',
  );
  expect(moments.map(({ when, events }) => [when, events.length])).toEqual([['today', 2]]);
});

test.each([
  ['2019-01-01', '2020-01-01'],
  ['2025-06-30', '2020-01-01'],
  ['2025-07-01', '2025-07-01'],
  ['2025-07-02', '2025-07-01'],
])('on %s the tree is that of %s', (day, shown) => {
  const moments = momentsOf([event('2020-01-01'), event('2025-07-01')], '2026-11-22');
  expect(moments[momentAt(moments, day)]?.day).toBe(shown);
});
