import fc from 'fast-check';
import { merged, type Passage, secondsOf, staysOf } from './intervals.js';

const came = (at: number): Passage => ({ entered: true, at });
const went = (at: number): Passage => ({ entered: false, at });
const live = { from: 100, until: 200 };

test.each<[string, Passage[], { from: number; until: number | null }[]]>([
  ['once in, once out', [came(110), went(150)], [{ from: 110, until: 150 }]],
  ['early and late', [came(50), went(300)], [{ from: 100, until: 200 }]],
  ['gone before it began', [came(50), went(90)], []],
  ['coming only', [came(150)], [{ from: 150, until: 200 }]],
  ['come twice, gone once', [came(110), came(120), went(130)], [{ from: 110, until: 130 }]],
  [
    'twice',
    [came(110), went(120), came(150), went(160)],
    [
      { from: 110, until: 120 },
      { from: 150, until: 160 },
    ],
  ],
  ['out and in at one instant', [came(110), went(120), came(120), went(130)], [{ from: 110, until: 130 }]],
  ['told in the wrong order', [went(150), came(110)], [{ from: 110, until: 150 }]],
])('%s', (_, passages, stays) => {
  expect(staysOf(passages, live)).toEqual(stays);
});

test('while the meeting is live, who is inside goes on', () => {
  expect(staysOf([came(120)], { from: 100, until: null })).toEqual([{ from: 120, until: null }]);
});

test('whatever is told, stays never overlap and are never longer than the live time (I19)', () => {
  const passage = fc.record({ entered: fc.boolean(), at: fc.integer({ min: 0, max: 400_000 }) });
  fc.assert(
    fc.property(
      fc.array(passage, { maxLength: 40 }),
      fc.integer({ min: 1000, max: 300_000 }),
      (passages, length) => {
        const window = { from: 50_000, until: 50_000 + length };
        const stays = staysOf(passages, window);
        for (const [i, stay] of stays.entries()) {
          expect(stay.until).toBeGreaterThan(stay.from);
          if (i > 0) expect(stay.from).toBeGreaterThan(stays[i - 1]!.until!);
        }
        expect(secondsOf(stays, 0)).toBeLessThanOrEqual(Math.round(length / 1000));
        expect(merged([...stays, ...stays])).toEqual(stays);
      },
    ),
  );
});
