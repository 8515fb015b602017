import type { Unit } from '@diemcau/contracts/identity/units';
import { useQueries, useQuery } from '@tanstack/react-query';
import { childrenQuery } from '../queries';
import { byName } from './by-name';
import type { Draft } from './draft';
import { closes, closingOf, withoutGoal } from './goals';

/** Units that have to go somewhere, those under one that closes along right after it. */
export interface Below {
  readonly units: readonly Unit[];
  /** Without a place to go: the event cannot be. */
  readonly homeless: readonly Unit[];
  readonly loading: boolean;
  readonly error: unknown;
}

/** Kinds by which units below lose the one above them, or may. */
export const uproots: ReadonlySet<Draft['kind']> = new Set(['close', 'merge', 'split']);
const present = { on: null, closed: false };

/** What lies below a unit that is closed, merged or split, on the day of the event. */
export function useBelow(unit: Unit, { kind, effectiveOn, goals, childrenTo }: Draft): Below {
  const asked = uproots.has(kind);
  const first = useQuery({ ...childrenQuery(unit.id, present), enabled: asked });
  const closingIds = closingOf(goals);
  const further = useQueries({ queries: closingIds.map((id) => childrenQuery(id, present)) });
  const under = new Map(closingIds.map((id, at) => [id, further[at]?.data ?? []]));
  // What is founded later lies elsewhere by then, if the unit above it is no more.
  const there = ({ validFrom }: Unit) => effectiveOn === null || validFrom <= effectiveOn;
  const withTheirs = (units: readonly Unit[]): Unit[] =>
    units
      .filter(there)
      .toSorted(byName)
      .flatMap((one) => (closes(goals, one.id) ? [one, ...withTheirs(under.get(one.id) ?? [])] : [one]));
  const units = withTheirs(first.data ?? []);
  return {
    units,
    homeless: kind === 'close' ? withoutGoal(units, goals, childrenTo) : [],
    loading: (asked && first.isPending) || further.some(({ isPending }) => isPending),
    error: first.error ?? further.find(({ error }) => error)?.error ?? null,
  };
}
