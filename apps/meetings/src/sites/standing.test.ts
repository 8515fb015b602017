import type { ReadinessResult } from '@diemcau/contracts/meetings/readiness';
import { siteStates } from '@diemcau/contracts/meetings/vocabulary';
import fc from 'fast-check';
import { type Circumstances, reasonsOf, scoreOf, stateOf } from './standing.js';

const today = '2026-11-22';
const day = fc.constantFrom('2026-11-21', today, '2026-11-23', '2031-01-01');
const item = fc.record({
  nameVi: fc.string(),
  nameEn: fc.string(),
  weight: fc.integer({ min: 1, max: 10 }),
  counted: fc.boolean(),
  result: fc.constantFrom<ReadinessResult>('missing', 'pass', 'fail', 'waived'),
  expiresOn: fc.option(day),
});
const operator = fc.record({ phone: fc.option(fc.constant('0912 345 678')), until: fc.option(day) });
const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  today: fc.constant(today),
  items: fc.array(item, { maxLength: 12 }),
  requiredMbps: fc.integer({ min: 1, max: 100 }),
  lineMbps: fc.option(fc.double({ min: 0, max: 200, noNaN: true })),
  operators: fc.array(operator, { maxLength: 4 }),
});

/** I8, as the rule says it. */
const isReady = ({ items, requiredMbps, lineMbps, operators }: Circumstances): boolean =>
  items.every(
    ({ result, expiresOn }) =>
      ['pass', 'waived'].includes(result) && !(expiresOn !== null && expiresOn < today),
  ) &&
  lineMbps !== null &&
  lineMbps >= requiredMbps &&
  operators.some(({ phone, until }) => phone !== null && !(until !== null && until < today));

test('a site lacks nothing if and only if it is ready (I8)', () => {
  fc.assert(
    fc.property(circumstances, (of) => (reasonsOf(of).length === 0) === isReady(of)),
    { numRuns: 2000 },
  );
});

test('the score is 100 exactly when every item holds, and grows with every item that comes to hold', () => {
  fc.assert(
    fc.property(circumstances, fc.nat(), (of, at) => {
      const score = scoreOf(of);
      if (score === null) return of.items.every(({ result, counted }) => counted || result === 'missing');
      const items = of.items.map((one, i) =>
        i === at % of.items.length ? { ...one, result: 'pass' as const, expiresOn: null } : one,
      );
      const itemReasons = reasonsOf(of).filter(({ code }) => code.startsWith('item'));
      return (scoreOf({ ...of, items }) ?? -1) >= score && (score === 100) === (itemReasons.length === 0);
    }),
    { numRuns: 2000 },
  );
});

test('what people decided is not undone by judging, and nothing else is decided by it', () => {
  for (const state of siteStates) {
    for (const wasReady of [false, true]) {
      for (const lacks of [0, 1]) {
        const judged = stateOf(state, wasReady, lacks);
        if (state === 'suspended' || state === 'retired') expect(judged).toBe(state);
        else expect(judged).toBe(lacks === 0 ? 'ready' : wasReady ? 'degraded' : 'draft');
      }
    }
  }
});

test('what follows from the site itself gives no score to one that nobody has looked at (HB-2.3)', () => {
  const seats = {
    nameVi: 'Chỗ ngồi',
    nameEn: 'Seats',
    weight: 1,
    counted: true,
    result: 'pass' as const,
    expiresOn: null,
  };
  const air = { ...seats, nameVi: 'Quạt', nameEn: 'Fans', counted: false };
  expect(scoreOf({ today, items: [seats, { ...air, result: 'missing' }] })).toBeNull();
  expect(scoreOf({ today, items: [seats, { ...air, result: 'fail' }] })).toBe(50);
  expect(scoreOf({ today, items: [seats] })).toBe(100);
});

test('what is over yesterday is not over on its last day', () => {
  const base = {
    today,
    requiredMbps: 10,
    lineMbps: 10,
    operators: [{ phone: '0912 345 678', until: today }],
  };
  const items = (expiresOn: string) => [
    { nameVi: 'Rèm', nameEn: 'Curtains', weight: 1, counted: false, result: 'pass' as const, expiresOn },
  ];
  expect(reasonsOf({ ...base, items: items(today) })).toEqual([]);
  expect(reasonsOf({ ...base, items: items('2026-11-21') })).toEqual([
    { code: 'itemExpired', item: 'Rèm', itemEn: 'Curtains' },
  ]);
  const operators = [{ phone: '0912 345 678', until: '2026-11-21' }];
  expect(reasonsOf({ ...base, items: [], operators })).toEqual([
    { code: 'noOperator', item: null, itemEn: null },
  ]);
});
