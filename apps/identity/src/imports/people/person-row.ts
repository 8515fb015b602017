import { randomUUID } from 'node:crypto';
import type { Item, Verdict } from '../kinds/import-kind.js';
import type { KnownPerson } from './known-people.js';
import type { NamedRole } from './roles-by-name.js';
import type { UnitPlace } from './units-by-code.js';

/** A row that was judged and can be written, with what it refers to. */
export interface Judged {
  readonly item: Item;
  readonly verdict: Verdict;
  readonly unit: UnitPlace | undefined;
  readonly known: KnownPerson | undefined;
  readonly role: NamedRole | undefined;
}

/** Somebody to be made. */
export interface NewPerson {
  readonly id: string;
  readonly item: Item;
  readonly unit: UnitPlace;
  readonly role: string;
}

/** Somebody to be changed. */
export interface ChangedPerson {
  readonly known: KnownPerson;
  readonly item: Item;
  readonly unit: UnitPlace;
  /** A role to be given; null when nothing changes there. */
  readonly role: string | null;
  readonly moved: boolean;
  readonly verdict: Verdict;
}

export function newPeople(judged: readonly Judged[], usualRole: string): NewPerson[] {
  return judged.flatMap(({ item, verdict, unit, role }) =>
    verdict.outcome === 'create' && unit
      ? [{ id: randomUUID(), item, unit, role: role?.key ?? usualRole }]
      : [],
  );
}

export function changedPeople(judged: readonly Judged[]): ChangedPerson[] {
  return judged.flatMap(({ item, verdict, unit, known, role }) => {
    if (verdict.outcome !== 'change' || !unit || !known) return [];
    const changes = new Set(verdict.changes.map(({ field }) => field));
    return [
      {
        known,
        item,
        unit,
        role: changes.has('role') ? (role?.key ?? null) : null,
        moved: changes.has('unitCode'),
        verdict,
      },
    ];
  });
}
