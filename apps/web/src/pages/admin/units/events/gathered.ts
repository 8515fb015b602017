import type { UnitChange } from '@diemcau/contracts/identity/unit-events';
import { byName } from './by-name';

/** Units that come to lie under another, and change in nothing else. */
export interface Gathered {
  readonly parentId: string;
  readonly names: readonly string[];
}

/** A single arrival is said like every other change. */
const gatheredFrom = 2;

/** What an event changes, so that thirty schools that move are not thirty lines. */
export function gathered(units: readonly UnitChange[]): {
  readonly single: readonly UnitChange[];
  readonly arrivals: readonly Gathered[];
} {
  const byParent = new Map<string, UnitChange[]>();
  for (const change of units.filter(onlyMoves)) {
    const parentId = change.after.parentId ?? '';
    byParent.set(parentId, [...(byParent.get(parentId) ?? []), change]);
  }
  const many = [...byParent].filter(([, moved]) => moved.length >= gatheredFrom);
  const inArrivals = new Set(many.flatMap(([, moved]) => moved));
  return {
    single: units.filter((change) => !inArrivals.has(change)),
    arrivals: many.map(([parentId, moved]) => ({
      parentId,
      names: moved
        .map(({ after }) => after)
        .toSorted(byName)
        .map(({ name }) => name),
    })),
  };
}

const onlyMoves = ({ before, after }: UnitChange): boolean =>
  before !== null &&
  before.parentId !== after.parentId &&
  after.parentId !== null &&
  before.name === after.name &&
  before.code === after.code &&
  before.type === after.type &&
  before.state === after.state;
