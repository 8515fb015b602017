import { builtInRoles, type Role, roles } from '@diemcau/contracts/identity/roles';
import type { RouteSpec } from '../../src/edge/http/route.js';
import type { Case, Cases, Wanted } from './case.js';
import { type Account, type Place, placeNames, type PlaceName, type Send, type World } from './places.js';

export interface Findings {
  /** Somebody got in, or saw a word, where they have no right. */
  readonly leaks: string[];
  /** The request does not succeed for who may: that others are refused proves nothing. */
  readonly unproven: string[];
}

export const nameOf = ({ method, path }: RouteSpec): string => `${method.toUpperCase()} ${path}`;

/** Every role, held on the own district, at every place; then the admin of the place, for whom it must succeed. */
export async function walk(
  routes: readonly RouteSpec[],
  cases: Cases,
  world: World,
  send: Send,
): Promise<Findings> {
  const findings: Findings = { leaks: [], unproven: [] };
  for (const route of routes) {
    const known = cases[nameOf(route)];
    if (!known) continue;
    for (const place of Object.values(world.places)) {
      await tryPlace(route, known, place, world, send, findings).catch((error: unknown) => {
        findings.unproven.push(`${nameOf(route)} at ${place.name}: ${String(error)}`);
      });
    }
  }
  return findings;
}

async function tryPlace(
  route: RouteSpec,
  known: Case,
  place: Place,
  world: World,
  send: Send,
  { leaks, unproven }: Findings,
): Promise<void> {
  const wanted = await known.make(place, world);
  const go = ({ token }: Account) =>
    send(route.method.toUpperCase(), addressOf(route, wanted), token, wanted.body);
  const where = `${nameOf(route)} at ${place.name}`;

  await Promise.all(
    roles.map(async (role) => {
      const rights = rightsOf(route, known, role);
      // What the role may, the last one does: it may use the object up.
      if (rights.has(place.name)) return;
      const { status, text } = await go(world.holders[role]);
      const answer = `${status} ${text.slice(0, 160)}`;
      if (!known.list && known.reach !== 'self' && known.reach !== 'public' && status < 300) {
        leaks.push(`${where}: ${role} got in: ${answer}`);
      }
      const seen = foreignWordsIn(text, rights, world);
      if (seen.length > 0) leaks.push(`${where}: ${role} saw words of ${seen.join(', ')}: ${answer}`);
    }),
  );

  if (known.unprovable !== undefined) return;
  const { status, text } = await go(world.admins[place.name]);
  if (status >= 300) unproven.push(`${where}: its admin was refused: ${status} ${text.slice(0, 300)}`);
  else if (known.list && !text.includes(place.mark))
    unproven.push(`${where}: its admin does not find it either`);
}

/** The places that the role, held on the own district, has rights to by this route. */
function rightsOf({ access }: RouteSpec, { reach, permission }: Case, role: Role): ReadonlySet<PlaceName> {
  const asked = permission ?? (access.kind === 'may' ? access.permission : undefined);
  if (reach === 'self' || reach === 'public') return new Set(['own']);
  if (asked !== undefined && !builtInRoles[role].permissions.includes(asked)) return new Set();
  switch (reach) {
    case 'unit':
      return new Set(['own', 'child']);
    case 'wide':
      return new Set(['own', 'child', 'sibling']);
    case 'root':
      return new Set();
  }
}

/** Words of places without rights; the names of units are for their whole province. */
const foreignWordsIn = (text: string, rights: ReadonlySet<PlaceName>, { places }: World): string[] =>
  placeNames.flatMap((name) => {
    const { mark, unitMark } = places[name];
    const hidden = [...(rights.has(name) ? [] : [mark]), ...(name === 'foreign' ? [unitMark] : [])];
    return hidden.filter((word) => text.includes(word));
  });

function addressOf({ path }: RouteSpec, { params = {}, query = {} }: Wanted): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path}: the case gives no ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(query).toString();
  return `${filled}${search && `?${search}`}`;
}
