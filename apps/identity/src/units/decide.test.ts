import { builtInUnitTypes } from '@diemcau/contracts/identity/unit-types';
import { decide } from './decide.js';
import type { Before, Decision } from './draft.js';
import type { Happening } from './happening.js';
import type { Period } from './timeline.js';

const day = '2025-07-01';
const none: ReadonlyMap<string, string> = new Map();

/** `name: parent` since 2020; `name|2023-01-01: parent` begins a later period, `closed` in the place of a parent closes. */
function before(tree: Record<string, string | null>): Before {
  const timeline = new Map<string, Period[]>();
  for (const [key, parent] of Object.entries(tree)) {
    const [unitId = '', from = '2020-01-01'] = key.split('|');
    const periods = timeline.get(unitId) ?? [];
    const last = periods.pop();
    if (last) periods.push({ ...last, to: from });
    const closed = parent === 'closed';
    periods.push({
      unitId,
      from,
      to: null,
      name: unitId,
      code: unitId,
      type: typeOf(unitId),
      parentId: closed ? (last?.parentId ?? null) : parent,
      state: closed ? 'closed' : 'active',
    });
    timeline.set(unitId, periods);
  }
  let made = 0;
  return { timeline, types: new Map(Object.entries(builtInUnitTypes)), newId: () => `new${++made}` };
}

/** By the first letter of the name. */
const typeOf = (name: string): string =>
  ({ s: 'school', d: 'districtOffice', c: 'commune' })[name[0] ?? ''] ?? 'department';

const said = ({ periods, people, successors }: Decision) => ({
  units: Object.fromEntries(
    periods.map(({ unitId, parentId, state }) => [unitId, state === 'closed' ? 'closed' : parentId]),
  ),
  people: people.map(({ from, to }) => `${from}→${to}`),
  successors: successors.map(({ unitId, successorId }) => `${unitId}→${successorId}`),
});

const happens = (event: Happening, tree: Record<string, string | null>) => said(decide(event, before(tree)));
const province = { P: null, d1: 'P', d2: 'P', c1: 'P', s1: 'd1', s2: 'd1', s3: 's2' };

describe('what an event does', () => {
  test.each<[string, Happening, ReturnType<typeof said>]>([
    [
      'a move changes one parent',
      { kind: 'move', effectiveOn: day, unitId: 's2', parentId: 'c1' },
      { units: { s2: 'c1' }, people: [], successors: [] },
    ],
    [
      'a merge takes the units below to the successor',
      { kind: 'merge', effectiveOn: day, unitId: 'd1', intoId: 'd2', moves: none },
      { units: { s1: 'd2', s2: 'd2', d1: 'closed' }, people: ['d1→d2'], successors: ['d1→d2'] },
    ],
    [
      'a successor from below makes way upwards',
      { kind: 'merge', effectiveOn: day, unitId: 's2', intoId: 's3', moves: none },
      { units: { s3: 'd1', s2: 'closed' }, people: ['s2→s3'], successors: ['s2→s3'] },
    ],
    [
      'a close sends each where it says',
      {
        kind: 'close',
        effectiveOn: day,
        unitId: 'd1',
        peopleTo: 'P',
        childrenTo: 'P',
        moves: new Map([['s2', 'c1']]),
        alsoClose: new Set(),
      },
      { units: { s1: 'P', s2: 'c1', d1: 'closed' }, people: ['d1→P'], successors: ['d1→P'] },
    ],
    [
      'a close takes along what closes with it',
      {
        kind: 'close',
        effectiveOn: day,
        unitId: 'd1',
        moves: none,
        alsoClose: new Set(['s1', 's2', 's3']),
      },
      {
        units: { d1: 'closed', s1: 'closed', s2: 'closed', s3: 'closed' },
        people: ['d1→null', 's1→null', 's2→null', 's3→null'],
        successors: [],
      },
    ],
    [
      'a split that goes on gives away only what it names',
      {
        kind: 'split',
        effectiveOn: day,
        unitId: 'd1',
        goesOn: true,
        peopleToPart: 0,
        parts: [{ name: 'd3', code: 'd3', childIds: ['s2'] }],
        moves: none,
      },
      { units: { new1: 'P', s2: 'new1' }, people: [], successors: ['d1→new1'] },
    ],
  ])('%s', (_, event, decided) => {
    expect(happens(event, province)).toEqual(decided);
  });
});

const move = (unitId: string, parentId: string, effectiveOn = day): Happening => ({
  kind: 'move',
  effectiveOn,
  unitId,
  parentId,
});
const close = (unitId: string): Happening => ({
  kind: 'close',
  effectiveOn: day,
  unitId,
  moves: none,
  alsoClose: new Set(),
});

describe('what is refused', () => {
  test.each<[string, Happening, Record<string, string | null>, string]>([
    ['below itself', move('s2', 's3'), {}, 'circle'],
    ['below itself on a later day', move('s2', 's4'), { s4: 'd1', 's4|2030-01-01': 's3' }, 'circle'],
    ['under a closed unit', move('s2', 'c2'), { c2: 'P', 'c2|2024-01-01': 'closed' }, 'closed'],
    ['under one that will close', move('s2', 'c2'), { c2: 'P', 'c2|2030-01-01': 'closed' }, 'parentClosed'],
    ['under one that is not there yet', move('s2', 'c2'), { 'c2|2030-01-01': 'P' }, 'tooEarly'],
    ['before a later event', move('s2', 'c1', '2022-01-01'), { 's2|2023-01-01': 'd2' }, 'laterEvents'],
    ['where its type does not lie', move('d2', 'c1'), {}, 'wrongType'],
    ['closing over open units', close('d1'), {}, 'openBelow'],
    ['closing what units will move under', close('c1'), { 's1|2030-01-01': 'c1' }, 'openBelow'],
    ['closing what is closed', close('c2'), { c2: 'P', 'c2|2024-01-01': 'closed' }, 'closed'],
    ['moving a province', move('P', 'Q'), { Q: null }, 'top'],
    [
      'merging into itself',
      { kind: 'merge', effectiveOn: day, unitId: 'd1', intoId: 'd1', moves: none },
      {},
      'sameUnit',
    ],
    [
      'moving what lies elsewhere',
      { kind: 'merge', effectiveOn: day, unitId: 'd1', intoId: 'd2', moves: new Map([['c1', 'd2']]) },
      {},
      'notBelow',
    ],
    ['a code that is taken', { kind: 'rename', effectiveOn: day, unitId: 's1', code: 's2' }, {}, 'codeTaken'],
    [
      'more than 20 levels',
      move('s2', 's30'),
      Object.fromEntries(Array.from({ length: 19 }, (_, i) => [`s${12 + i}`, i === 0 ? 'd2' : `s${11 + i}`])),
      'tooDeep',
    ],
  ])('%s', (_, event, more, fault) => {
    expect(() => decide(event, before({ ...province, ...more }))).toThrow(`unitEvents.${fault}`);
  });
});

describe('a province that is merged', () => {
  const two = { P: null, s1: 'P', Q: null, c9: 'Q', s9: 'c9' };
  const merge: Happening = {
    kind: 'merge',
    effectiveOn: day,
    unitId: 'Q',
    intoId: 'P',
    codeSuffix: 'q',
    moves: none,
  };

  test('lies closed below the other, its units under it', () => {
    expect(happens(merge, two).units).toEqual({ c9: 'P', Q: 'closed' });
    const closed = decide(merge, before(two)).periods.find(({ unitId }) => unitId === 'Q');
    expect(closed).toMatchObject({ parentId: 'P', state: 'closed' });
  });

  test('keeps codes that are free and suffixes those that are not, wherever in the tree', () => {
    const { timeline, ...rest } = before({ ...two, s8: 's9' });
    const same = new Map(
      [...timeline].map(([id, periods]) => [
        id,
        periods.map((period) => (id === 's8' ? { ...period, code: 's1' } : period)),
      ]),
    );
    const { periods } = decide(merge, { timeline: same, ...rest });
    expect(periods.map(({ unitId, code }) => [unitId, code])).toContainEqual(['s8', 's1-q']);
    expect(periods.map(({ unitId }) => unitId)).not.toContain('s9');
  });
});
