import type { TemplateSite } from '@diemcau/contracts/meetings/series-template';
import type { SiteLine } from '@diemcau/contracts/meetings/sites';
import { changed, mostSites, placed, type RoleRule, siteAs, withAll } from './adding';

const site = (id: string, changes: Partial<SiteLine> = {}): SiteLine => ({
  id,
  unitId: 'unit',
  unitName: 'Trung tâm GDTX Như Xuân',
  name: `Phòng họp ${id}`,
  address: null,
  capacity: 60,
  headcountLimit: 40,
  requiredMbps: 10,
  state: 'ready',
  score: 100,
  version: 1,
  ...changes,
});

/** A type whose main site people choose. */
const chosen: RoleRule = { mainSite: 'chosen', ownerId: 'unit', divisionIds: ['office'] };
const ofOwner: RoleRule = { ...chosen, mainSite: 'ownerUnit' };

test('every site of a unit becomes a member with 40 people, or as many as it takes', () => {
  const { sites, added, there, closed, beyond } = withAll(
    [],
    [site('a'), site('b', { headcountLimit: 25 }), site('c', { headcountLimit: 300, state: 'draft' })],
    chosen,
  );
  expect(sites).toEqual([
    { siteId: 'a', role: 'member', expected: 40 },
    { siteId: 'b', role: 'member', expected: 25 },
    { siteId: 'c', role: 'member', expected: 40 },
  ]);
  expect(added.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect({ there, closed, beyond }).toEqual({ there: 0, closed: 0, beyond: 0 });
});

test('those that are there already stay as they are, suspended and retired ones stay away, and both are counted', () => {
  const main: TemplateSite = { siteId: 'a', role: 'main', expected: 12 };
  const result = withAll(
    [main],
    [site('a'), site('b'), site('c', { state: 'suspended' }), site('d', { state: 'retired' })],
    ofOwner,
  );
  expect(result.sites).toEqual([main, { siteId: 'b', role: 'member', expected: 40 }]);
  expect(result).toMatchObject({ there: 1, closed: 2, beyond: 0 });
});

test('a meeting has no more sites than it may have; who was there keeps the place', () => {
  const there = Array.from({ length: mostSites - 1 }, (_, n) => siteAs('member', site(`old-${n}`)));
  const result = withAll(there, [site('a'), site('b'), site('c')], chosen);
  expect(result.sites).toHaveLength(mostSites);
  expect(result.added.map(({ id }) => id)).toEqual(['a']);
  expect(result.beyond).toBe(2);
  expect(withAll(result.sites, [site('d')], chosen)).toMatchObject({ added: [], beyond: 1 });
});

test('the first site of who holds the meeting is main, where the type has it so; others are members (HB-2.1)', () => {
  const school = site('school', { unitId: 'school' });
  const roles = (sites: readonly TemplateSite[]) => sites.map(({ siteId, role }) => `${siteId} ${role}`);
  const all = [school, site('a'), site('b')];
  expect(roles(placed([], all, ofOwner))).toEqual(['school member', 'a main', 'b member']);
  expect(roles(placed([], all, chosen))).toEqual(['school member', 'a member', 'b member']);
  expect(roles(placed([], all, { ...ofOwner, mainSite: undefined }))).toEqual([
    'school member',
    'a member',
    'b member',
  ]);
});

test('a room of one of its divisions is theirs, too', () => {
  const room = site('room', { unitId: 'office' });
  expect(placed([], [room], ofOwner)).toEqual([siteAs('main', room)]);
});

test('a main site that somebody chose stays the only one (I10)', () => {
  const there = [siteAs('main', site('school', { unitId: 'school' }))];
  expect(placed(there, [site('a')], ofOwner)).toEqual([siteAs('member', site('a'))]);
});

test('who is made main or standby takes the place of the one before (I10)', () => {
  const [a, b, c] = [siteAs('main', site('a')), siteAs('standby', site('b')), siteAs('member', site('c'))];
  const main = changed([a, b, c], 'c', { role: 'main' });
  expect(main.map(({ role }) => role)).toEqual(['member', 'standby', 'main']);
  const standby = changed(main, 'a', { role: 'standby' });
  expect(standby.map(({ role }) => role)).toEqual(['standby', 'member', 'main']);
  expect(changed([a, b, c], 'c', { expected: 7 })).toEqual([a, b, { ...c, expected: 7 }]);
});
