import type { RecordUnitEvent } from '@diemcau/contracts/identity/unit-events';
import { happeningOf, unitsNamed } from './shape.js';

const dated = { effectiveOn: '2025-07-01', decisionNumber: null, decisionDate: null };
const upon = { ...dated, unitId: 'x', version: 1 };

test.each<[string, RecordUnitEvent, string[]]>([
  ['a foundation without a name', { kind: 'found', ...dated, code: 'c', type: 'school' }, ['name isDefined']],
  [
    'a foundation of a unit that is there',
    { kind: 'found', ...upon, name: 'n', code: 'c', type: 'school' },
    ['unitId unknown', 'version unknown'],
  ],
  [
    'an event without the version it was written upon',
    { kind: 'close', ...dated, unitId: 'x' },
    ['version isDefined'],
  ],
  ['a renaming to nothing', { kind: 'rename', ...upon }, ['name isDefined']],
  [
    'a merge with parts',
    { kind: 'merge', ...upon, intoId: 'y', parts: [] },
    ['parts unknown', 'parts arrayMinSize'],
  ],
  ['a split into nothing', { kind: 'split', ...upon, parts: [] }, ['parts arrayMinSize']],
  ['a move without a place', { kind: 'move', ...upon }, ['parentId isDefined']],
])('%s is refused, naming the field', (_, event, faults) => {
  let errors: unknown;
  try {
    happeningOf(event);
  } catch (error) {
    errors = error;
  }
  expect(errors).toMatchObject({
    message: 'common.invalid',
    errors: faults.map((fault) => ({ path: fault.split(' ')[0], code: fault.split(' ')[1] })),
  });
});

test('what is left out has its usual meaning', () => {
  const parts = [{ name: 'Phần', code: 'p' }];
  expect(happeningOf({ kind: 'split', ...upon, parts })).toEqual({
    kind: 'split',
    effectiveOn: '2025-07-01',
    unitId: 'x',
    parts: [{ name: 'Phần', code: 'p', childIds: [] }],
    goesOn: false,
    peopleToPart: 0,
    moves: new Map(),
  });
});

test('every unit is known from which something goes, and to which', () => {
  const event: RecordUnitEvent = {
    kind: 'close',
    ...upon,
    alsoClose: ['k'],
    peopleTo: 'p',
    childrenTo: 'c',
    moves: [{ unitId: 'm', parentId: 'n' }],
  };
  expect(unitsNamed(event)).toEqual({ from: ['x', 'k'], to: ['p', 'c', 'n'] });
});
