import type { RecordUnitEvent, UnitEventKind, UnitPart } from '@diemcau/contracts/identity/unit-events';
import type { Unit } from '@diemcau/contracts/identity/units';
import { closingOf, goingToPart, type Goals, movesOf, withoutPart } from './goals';

export interface PartDraft {
  readonly name: string;
  readonly code: string;
  /** That of the unit that is split unless chosen. */
  readonly type: string | null;
  readonly parentId: string | null;
}

/** An event as it is being written. */
export interface Draft {
  readonly kind: UnitEventKind;
  readonly effectiveOn: string | null;
  readonly decisionNumber: string;
  readonly decisionDate: string | null;
  readonly note: string;
  readonly name: string;
  readonly code: string;
  readonly type: string | null;
  readonly parentId: string | null;
  readonly intoId: string | null;
  readonly peopleTo: string | null;
  readonly childrenTo: string | null;
  readonly parts: readonly PartDraft[];
  readonly goesOn: boolean;
  /** Which part takes people and classes of a unit that closes. */
  readonly peopleToPart: number;
  /** Where single units below go. */
  readonly goals: Goals;
}

export const emptyPart: PartDraft = { name: '', code: '', type: null, parentId: null };

/** The contract takes no more of them in one split. */
export const mostParts = 20;

/** What changes when a part is dropped: what counts parts counts them anew. */
export const dropPart = ({ parts, goals, peopleToPart }: Draft, dropped: number): Partial<Draft> => ({
  parts: parts.filter((_, at) => at !== dropped),
  goals: withoutPart(goals, dropped),
  peopleToPart: peopleToPart === dropped ? 0 : peopleToPart - (peopleToPart > dropped ? 1 : 0),
});

/** What happens to a unit, or, for `found`, under which it happens. */
export function beginDraft(kind: UnitEventKind, unit: Unit, today: string, parentId: string | null): Draft {
  const renames = kind === 'rename' || kind === 'correct';
  return {
    kind,
    effectiveOn: today,
    decisionNumber: '',
    decisionDate: null,
    note: '',
    name: renames ? unit.name : '',
    code: renames ? unit.code : '',
    type: kind === 'correct' ? unit.type : null,
    parentId: kind === 'found' ? unit.id : parentId,
    intoId: null,
    peopleTo: null,
    childrenTo: null,
    parts: [emptyPart, emptyPart],
    goesOn: false,
    peopleToPart: 0,
    goals: new Map(),
  };
}

const given = <K extends string>(name: K, value: string | null): Partial<Record<K, string>> =>
  value === null || value.trim() === '' ? {} : ({ [name]: value.trim() } as Record<K, string>);

/** What is sent; null while something is missing that every event of the kind needs. */
export function eventOf(draft: Draft, unit: Unit): RecordUnitEvent | null {
  const { kind, effectiveOn } = draft;
  if (effectiveOn === null) return null;
  const own = ownFields(draft, unit);
  if (!own) return null;
  return {
    kind,
    effectiveOn,
    decisionNumber: draft.decisionNumber.trim() || null,
    decisionDate: draft.decisionDate,
    ...given('note', draft.note),
    ...(kind !== 'found' && { unitId: unit.id, version: unit.version }),
    ...own,
  };
}

function ownFields(draft: Draft, unit: Unit): Partial<RecordUnitEvent> | null {
  const { kind, parentId, intoId, type } = draft;
  const named = { ...given('name', draft.name), ...given('code', draft.code) };
  switch (kind) {
    case 'found':
      return parentId && type && named.name && named.code ? { parentId, type, ...named } : null;
    case 'rename':
      return named.name && (named.name !== unit.name || named.code !== unit.code) ? named : null;
    case 'correct':
      return named.name ? { ...named, ...(type && { type }) } : null;
    case 'move':
      return parentId && parentId !== unit.parentId ? { parentId } : null;
    case 'merge':
      return intoId ? { intoId, ...named, ...below(draft) } : null;
    case 'close':
      return { ...given('peopleTo', draft.peopleTo), ...below(draft) };
    case 'split': {
      const { goesOn, peopleToPart, goals } = draft;
      const parts = draft.parts.flatMap((part, at) => partOf(part, goingToPart(goals, at)));
      if (parts.length !== draft.parts.length || parts.length === 0) return null;
      return { parts, goesOn, ...(goesOn ? {} : { peopleToPart, ...given('childrenTo', draft.childrenTo) }) };
    }
  }
}

/** Where the units below go: all, or each its own way. */
function below({ goals, childrenTo }: Draft): Partial<RecordUnitEvent> {
  const moves = movesOf(goals);
  const alsoClose = closingOf(goals);
  return {
    ...given('childrenTo', childrenTo),
    ...(moves.length > 0 && { moves }),
    ...(alsoClose.length > 0 && { alsoClose }),
  };
}

function partOf({ name, code, type, parentId }: PartDraft, childIds: string[]): UnitPart[] {
  if (!name.trim() || !code.trim()) return [];
  return [
    {
      name: name.trim(),
      code: code.trim(),
      ...given('type', type),
      ...given('parentId', parentId),
      ...(childIds.length > 0 && { childIds }),
    },
  ];
}

/** Cannot be taken back once it holds: then it is confirmed by typing. What is planned can be cancelled. */
export const needsTyping = ({ kind, effectiveOn }: Draft, today: string): boolean =>
  (kind === 'merge' || kind === 'split' || kind === 'close') && effectiveOn !== null && effectiveOn <= today;
