import type { RecordUnitEvent, UnitEventKind, UnitPart } from '@diemcau/contracts/identity/unit-events';
import type { Unit } from '@diemcau/contracts/identity/units';

export interface PartDraft {
  readonly name: string;
  readonly code: string;
  readonly childIds: readonly string[];
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
}

export const emptyPart: PartDraft = { name: '', code: '', childIds: [] };

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
      return intoId ? { intoId, ...named, ...given('childrenTo', draft.childrenTo) } : null;
    case 'close':
      return { ...given('peopleTo', draft.peopleTo), ...given('childrenTo', draft.childrenTo) };
    case 'split': {
      const parts = draft.parts.flatMap(partOf);
      if (parts.length !== draft.parts.length || parts.length === 0) return null;
      return {
        parts,
        goesOn: draft.goesOn,
        ...(!draft.goesOn && { peopleToPart: 0 }),
        ...given('childrenTo', draft.childrenTo),
      };
    }
  }
}

function partOf({ name, code, childIds }: PartDraft): UnitPart[] {
  if (!name.trim() || !code.trim()) return [];
  return [{ name: name.trim(), code: code.trim(), ...(childIds.length > 0 && { childIds: [...childIds] }) }];
}

/** Cannot be taken back once it holds: then it is confirmed by typing. What is planned can be cancelled. */
export const needsTyping = ({ kind, effectiveOn }: Draft, today: string): boolean =>
  (kind === 'merge' || kind === 'split' || kind === 'close') && effectiveOn !== null && effectiveOn <= today;
