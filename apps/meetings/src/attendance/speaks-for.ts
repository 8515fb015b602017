/** Somebody who came through the door of a meeting's room. */
export interface Entrant {
  /** Null for a guest. */
  readonly userId: string | null;
  /** The name a guest entered by, made comparable; null for an account. */
  readonly nameKey: string | null;
  /** Of the unit of the account, or that the guest picked or named: ids from the province down; empty for none. */
  readonly unitPath: readonly string[];
}
/** A site of the meeting. */
export interface Seat {
  readonly siteId: string;
  readonly unitId: string;
  /** Names made comparable. */
  readonly siteKey: string;
  readonly unitKey: string;
  /** Accounts that run the site itself. */
  readonly operatorIds: readonly string[];
}

/**
 * The site that somebody speaks for, so that the time in the room is the site's (HB-4.3, I19): one site or none, never two.
 *
 * 1. Who runs a site of the meeting speaks for it, whatever unit the account belongs to.
 * 2. A guest who entered by a site's name, alone or beside its unit's, speaks for that site.
 * 3. Others speak for their unit, and where it has no site in the meeting for the nearest unit above that has one: a division
 *    for its school, a school for its commune. A guest without a unit speaks for the unit whose name was typed.
 *
 * Where that leaves several sites of one unit, a guest's name that says one of them decides; else it is the first: main
 * before standby before members.
 * @param seats in that order
 */
export function speaksFor(entrant: Entrant, seats: readonly Seat[]): string | null {
  const { userId, nameKey, unitPath } = entrant;
  const run = userId === null ? [] : seats.filter(({ operatorIds }) => operatorIds.includes(userId));
  if (run.length > 0) return (nearest(run, unitPath) ?? run[0])?.siteId ?? null;
  if (nameKey !== null) {
    const called = seats.filter((seat) => isCalled(seat, nameKey));
    // Two units may both have a «Phòng họp 1»: then the guest's unit says which.
    const one = called.length === 1 ? called[0] : nearest(called, unitPath);
    if (one) return one.siteId;
  }
  const own = nearestAll(seats, unitPath);
  const candidates = own.length > 0 ? own : namedUnit(seats, nameKey, unitPath);
  const said = candidates.filter(({ siteKey }) => nameKey !== null && saysWhole(nameKey, siteKey));
  return (longest(said) ?? candidates[0])?.siteId ?? null;
}

const isCalled = ({ siteKey, unitKey }: Seat, nameKey: string): boolean =>
  [siteKey, `${siteKey} ${unitKey}`, `${unitKey} ${siteKey}`].includes(nameKey);

const saysWhole = (nameKey: string, siteKey: string): boolean => ` ${nameKey} `.includes(` ${siteKey} `);

/** Seats of the unit itself, else of the nearest above it that has any. */
function nearestAll(seats: readonly Seat[], unitPath: readonly string[]): readonly Seat[] {
  const unitId = unitPath.findLast((id) => seats.some((seat) => seat.unitId === id));
  return unitId === undefined ? [] : seats.filter((seat) => seat.unitId === unitId);
}
const nearest = (seats: readonly Seat[], unitPath: readonly string[]): Seat | undefined =>
  nearestAll(seats, unitPath)[0];

/** For a guest whose unit nobody knows; a name that several units have says nothing. */
function namedUnit(seats: readonly Seat[], nameKey: string | null, unitPath: readonly string[]) {
  if (nameKey === null || unitPath.length > 0) return [];
  const named = seats.filter(({ unitKey }) => unitKey === nameKey);
  return new Set(named.map(({ unitId }) => unitId)).size === 1 ? named : [];
}

const longest = (seats: readonly Seat[]): Seat | undefined =>
  seats.toSorted((a, b) => b.siteKey.length - a.siteKey.length)[0];
