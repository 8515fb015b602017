import fc from 'fast-check';
import { type Entrant, type Seat, speaksFor } from './speaks-for.js';

const seat = (siteId: string, unitId: string, of: Partial<Seat> = {}): Seat => ({
  siteId,
  unitId,
  siteKey: `phong hop ${siteId}`,
  unitKey: `don vi ${unitId}`,
  operatorIds: [],
  ...of,
});
const member = (unitPath: string[], userId = 'ai do'): Entrant => ({ userId, nameKey: null, unitPath });
const guest = (nameKey: string, unitPath: string[] = []): Entrant => ({ userId: null, nameKey, unitPath });

const seats = [
  seat('main', 'so'),
  seat('a1', 'truong a', { siteKey: 'phong hop 1' }),
  seat('a2', 'truong a', { siteKey: 'phong hop 2', operatorIds: ['van hanh'] }),
  seat('b1', 'truong b', { siteKey: 'phong hop 1' }),
];

test.each<[string, Entrant, string | null]>([
  ['the account of a unit counts for its site', member(['so', 'truong b']), 'b1'],
  ['of a unit with several sites, for the first', member(['so', 'truong a']), 'a1'],
  ['who runs a site counts for that one', member(['so', 'truong a'], 'van hanh'), 'a2'],
  ['whatever unit the account belongs to', member(['so', 'truong b'], 'van hanh'), 'a2'],
  ['a division without a site counts for its school', member(['so', 'truong b', 'to toan']), 'b1'],
  ['a school that was not invited, for the nearest above it', member(['so', 'xa', 'truong c']), 'main'],
  ['somebody of another province for none', member(['so khac', 'truong d']), null],
  ['a guest who picked a unit counts for it', guest('don vi truong b', ['so', 'truong b']), 'b1'],
  ['a guest by the name of a site, for that site', guest('phong hop main'), 'main'],
  ['by the names of unit and site, for that site', guest('don vi truong a phong hop 2'), 'a2'],
  [
    'by a site’s name that two units have, for the own unit’s',
    guest('phong hop 1', ['so', 'truong b']),
    'b1',
  ],
  ['by such a name without a unit, for none', guest('phong hop 1'), null],
  [
    'by a name that says which of the unit’s sites, for that',
    guest('co lan phong hop 2', ['so', 'truong a']),
    'a2',
  ],
  ['a guest without a unit by the unit’s name', guest('don vi truong a'), 'a1'],
  ['a guest nobody knows for none', guest('khach la'), null],
])('%s', (_words, who, site) => {
  expect(speaksFor(who, seats)).toBe(site);
});

const unit = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const path = fc.uniqueArray(unit, { maxLength: 5 });
const meeting = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), unit), { maxLength: 12, selector: ([id]) => id })
  .map((all) => all.map(([id, unitId]) => seat(String(id), unitId)));

test('whoever comes counts for one site of the nearest unit that has one, and for no other (I19)', () => {
  fc.assert(
    fc.property(path, meeting, fc.boolean(), (unitPath, sites, isGuest) => {
      const who = isGuest ? guest('ten chang giong ai', unitPath) : member(unitPath);
      const found = sites.filter(({ siteId }) => siteId === speaksFor(who, sites));
      const withSites = unitPath.filter((id) => sites.some(({ unitId }) => unitId === id));
      expect(found.map(({ unitId }) => unitId)).toEqual(withSites.slice(-1));
    }),
  );
});
