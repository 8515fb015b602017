import type { RouteSpec } from '../../src/edge/http/route.js';
import type { Case, Cases, Wanted } from './case.js';
import {
  type Asking,
  type Holder,
  type Place,
  placeNames,
  type PlaceName,
  type Send,
  type World,
} from './places.js';

/** What is walked: a route of the interface, or one beside it. */
export type Way = Pick<RouteSpec, 'method' | 'path' | 'access'>;

export interface Findings {
  /** Somebody got in, or saw a word, where they have no right. */
  readonly leaks: string[];
  /** The request does not succeed for who may: that others are refused proves nothing. */
  readonly unproven: string[];
}

export const nameOf = ({ method, path }: Way): string => `${method.toUpperCase()} ${path}`;

/** Everybody with rights on the own district, at every place; then the admin of the place, for whom it must succeed. */
export async function walk(
  routes: readonly Way[],
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
  route: Way,
  known: Case,
  place: Place,
  world: World,
  send: Send,
  { leaks, unproven }: Findings,
): Promise<void> {
  const wanted = await known.make(place, world);
  const go = ({ token }: Asking) =>
    send(route.method.toUpperCase(), addressOf(route, wanted), token, wanted.body);
  const where = `${nameOf(route)} at ${place.name}`;

  await Promise.all(
    world.holders.map(async (holder) => {
      const rights = rightsOf(route, known, holder);
      // What the holder may, the last one does: it may use the object up.
      if (rights.has(place.name)) return;
      const { status, text } = await go(holder);
      const answer = `${status} ${text.slice(0, 160)}`;
      if (!known.list && known.reach !== 'self' && known.reach !== 'public' && status < 300) {
        leaks.push(`${where}: ${holder.name} got in: ${answer}`);
      }
      const seen = foreignWordsIn(text, rights, world);
      if (seen.length > 0) leaks.push(`${where}: ${holder.name} saw words of ${seen.join(', ')}: ${answer}`);
    }),
  );

  if (known.unprovable !== undefined) return;
  const { status, text } = await go((known.byKey ? world.programs : world.admins)[place.name]);
  if (status >= 300) unproven.push(`${where}: its admin was refused: ${status} ${text.slice(0, 300)}`);
  else if (known.list && !text.includes(place.mark))
    unproven.push(`${where}: its admin does not find it either`);
}

/** The places that somebody with rights on the own district has rights to by this route. */
function rightsOf(
  { access }: Way,
  { reach, permission }: Case,
  { permissions, subtree }: Holder,
): ReadonlySet<PlaceName> {
  const asked = permission ?? (access.kind === 'may' ? access.permission : undefined);
  if (reach === 'self' || reach === 'public') return new Set(['own']);
  if (asked !== undefined && !permissions.includes(asked)) return new Set();
  switch (reach) {
    case 'unit':
      return new Set(subtree ? ['own', 'child'] : ['own']);
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

function addressOf({ path }: Way, { params = {}, query = {} }: Wanted): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path}: the case gives no ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(query).toString();
  return `${filled}${search && `?${search}`}`;
}
