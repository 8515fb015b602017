import type { TemplateSite } from '@diemcau/contracts/meetings/series-template';
import type { SiteLine } from '@diemcau/contracts/meetings/sites';
import { mostSites, siteAs, withAll } from './adding';

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

test('every site of a unit becomes a member with 40 people, or as many as it takes', () => {
  const { sites, added, there, closed, beyond } = withAll(
    [],
    [site('a'), site('b', { headcountLimit: 25 }), site('c', { headcountLimit: 300, state: 'draft' })],
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
  );
  expect(result.sites).toEqual([main, { siteId: 'b', role: 'member', expected: 40 }]);
  expect(result).toMatchObject({ there: 1, closed: 2, beyond: 0 });
});

test('a meeting has no more sites than it may have; who was there keeps the place', () => {
  const there = Array.from({ length: mostSites - 1 }, (_, n) => siteAs('member', site(`old-${n}`)));
  const result = withAll(there, [site('a'), site('b'), site('c')]);
  expect(result.sites).toHaveLength(mostSites);
  expect(result.added.map(({ id }) => id)).toEqual(['a']);
  expect(result.beyond).toBe(2);
  expect(withAll(result.sites, [site('d')])).toMatchObject({ added: [], beyond: 1 });
});
