import type { Permission } from '@diemcau/contracts/identity/permissions';
import type { Place, World } from './places.js';

/**
 * Whose rights decide about a route's object.
 * unit: those over the unit it belongs to. wide: anybody's of the province who holds the permission at all. root: those over
 * the whole province. self: it is about the caller alone. public: anybody's.
 */
export type Reach = 'unit' | 'wide' | 'root' | 'self' | 'public';

/** A request that would succeed if the caller were allowed. */
export interface Wanted {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Case {
  readonly reach: Reach;
  /** Where the route itself only asks for somebody signed in, and the owner of the object for this. */
  readonly permission?: Permission;
  /** Makes what the request is about, in the place. */
  readonly make: (place: Place, world: World) => Wanted | Promise<Wanted>;
  /** Only programs may: the place's admin shows by a key that it succeeds. */
  readonly byKey?: boolean;
  /** A list: who has no rights may get an empty one. */
  readonly list?: boolean;
  /** Nobody is let in by rights alone (a code, a token, a password is needed): only refusals and words are looked at. */
  readonly unprovable?: string;
}

/** By `GET users/:userId`. */
export type Cases = Readonly<Record<string, Case>>;

export const unitCase = (make: Case['make'], more: Partial<Case> = {}): Case => ({
  reach: 'unit',
  make,
  ...more,
});
export const wideCase = (make: Case['make'], more: Partial<Case> = {}): Case => ({
  reach: 'wide',
  make,
  ...more,
});
export const listCase = (make: Case['make'], more: Partial<Case> = {}): Case => ({
  reach: 'unit',
  list: true,
  make,
  ...more,
});
export const rootCase = (make: Case['make'], more: Partial<Case> = {}): Case => ({
  reach: 'root',
  make,
  ...more,
});
/** Without rights of others to get by: words of other places must not come out, whatever is sent. */
export const ownCase = (make: Case['make'] = () => ({})): Case => ({
  reach: 'self',
  make,
  unprovable: 'about the caller alone',
});
export const publicCase = (make: Case['make'] = () => ({})): Case => ({
  reach: 'public',
  make,
  unprovable: 'open to anybody',
});
