import type { Unit } from '@diemcau/contracts/identity/units';
import { closingOf, goingToPart, type Goals, movesOf, withGoal, withoutGoal, withoutPart } from './goals';

const unit = (id: string, parentId = 'district'): Unit => ({
  id,
  parentId,
  type: 'school',
  name: id,
  code: id,
  state: 'active',
  path: ['province', parentId, id],
  validFrom: '2020-01-01',
  validTo: null,
  version: 1,
});
const below = [unit('a'), unit('b'), unit('office'), unit('desk', 'office')];
const none: Goals = new Map();
const to = (unitId: string) => ({ to: 'unit', unitId }) as const;

test('many get one goal at once, and each can still get another', () => {
  const both = withGoal(none, new Set(['a', 'b']), to('north'), below);
  const goals = withGoal(both, new Set(['b']), to('south'), below);
  expect(movesOf(goals)).toEqual([
    { unitId: 'a', parentId: 'north' },
    { unitId: 'b', parentId: 'south' },
  ]);
});

test('those without a goal are known, unless all others go somewhere', () => {
  const goals = withGoal(none, new Set(['a']), to('north'), below);
  const names = (childrenTo: string | null) =>
    withoutGoal(below.slice(0, 3), goals, childrenTo).map(({ name }) => name);
  expect(names(null)).toEqual(['b', 'office']);
  expect(names('south')).toEqual([]);
  expect(names('b')).toEqual(['b']);
});

test('what lies below a unit that closes along has a goal of its own, until that unit does not close', () => {
  const closing = withGoal(none, new Set(['office']), { to: 'closing' }, below);
  const goals = withGoal(closing, new Set(['desk']), { to: 'closing' }, below);
  expect(closingOf(goals)).toEqual(['office', 'desk']);
  expect([...withGoal(goals, new Set(['office']), to('north'), below)]).toEqual([['office', to('north')]]);
});

test('when a part is dropped, what was to go there stays, and what goes to later parts still goes there', () => {
  const goals: Goals = new Map([
    ['a', { to: 'part', at: 0 }],
    ['b', { to: 'part', at: 1 }],
    ['office', { to: 'part', at: 2 }],
  ]);
  const left = withoutPart(goals, 1);
  expect([goingToPart(left, 0), goingToPart(left, 1), left.has('b')]).toEqual([['a'], ['office'], false]);
});
