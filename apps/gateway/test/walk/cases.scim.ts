import { mayDo } from '../../src/edge/auth/access.js';
import type { Case, Cases, Wanted } from './case.js';
import type { Place, World } from './places.js';
import { type Made, schoolClass, schoolYear, unique, user } from './specimens.js';
import { nameOf, type Way } from './walk.js';

const core = 'urn:ietf:params:scim:schemas:core:2.0';
const own = 'urn:diemcau:params:scim:schemas:extension:diemcau:2.0';
const access = mayDo('directory.sync');

/** As a directory sees somebody, or a class, of the place. */
const person = ({ mark, unitMark }: Place) => ({
  schemas: [`${core}:User`, `${own}:User`],
  userName: `nguoi-${unique()}@truong.example`,
  displayName: `Người ${mark} ${unique()}`,
  [`${own}:User`]: { unitCode: unitMark },
});
const group = ({ mark, unitMark }: Place) => ({
  schemas: [`${core}:Group`, `${own}:Group`],
  displayName: `${mark} ${unique()}`,
  [`${own}:Group`]: { unitCode: unitMark, schoolYear },
});
const renaming = ({ mark }: Place) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op: 'replace', path: 'displayName', value: `${mark} ${unique()}` }],
});

const kinds = {
  Users: { make: user, body: person },
  Groups: { make: schoolClass, body: group },
} as const;

type Making = (place: Place, world: World) => Wanted | Promise<Wanted>;
const ways: [Way, Case][] = Object.entries(kinds).flatMap(([type, { make, body }]) => {
  const path = `/scim/v2/${type}`;
  const way = (method: Way['method'], below: string, make: Making, list = false): [Way, Case] => [
    { method, path: `${path}${below}`, access },
    { reach: 'unit', make, byKey: true, ...(list && { list }) },
  ];
  const one =
    (bodyOf?: (place: Place, made: Made) => object): Making =>
    async (place, world) => {
      const made = await make(place, world);
      return { params: { id: made.id }, ...(bodyOf && { body: bodyOf(place, made) }) };
    };
  const found: Making = async (place, world) => {
    await make(place, world);
    return { query: { filter: `displayName co "${place.mark}"` } };
  };
  return [
    way('get', '', found, true),
    way('post', '', (place) => ({ body: body(place) })),
    way('get', '/:id', one()),
    way('put', '/:id', one(body)),
    way('patch', '/:id', one(renaming)),
    way('delete', '/:id', one()),
  ];
});

/** SCIM lies beside the interface, for keys alone. */
export const scimWays: readonly Way[] = ways.map(([way]) => way);
export const scimCases: Cases = Object.fromEntries(ways.map(([way, known]) => [nameOf(way), known]));
