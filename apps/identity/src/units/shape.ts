import { commonFailures, Failure, type FieldFault } from '@diemcau/contracts/core/failure';
import type { RecordUnitEvent, UnitEventKind } from '@diemcau/contracts/identity/unit-events';
import type { Happening } from './happening.js';

type Field = Exclude<
  keyof RecordUnitEvent,
  'kind' | 'effectiveOn' | 'decisionNumber' | 'decisionDate' | 'note'
>;

interface Needs {
  readonly must: readonly Field[];
  readonly may: readonly Field[];
}

/** What each kind of event says. A version comes with every unit that is there already. */
const needs: Readonly<Record<UnitEventKind, Needs>> = {
  found: { must: ['name', 'code', 'type'], may: ['parentId'] },
  rename: { must: ['unitId', 'version'], may: ['name', 'code'] },
  correct: { must: ['unitId', 'version'], may: ['name', 'code', 'type'] },
  move: { must: ['unitId', 'version', 'parentId'], may: ['codeSuffix'] },
  merge: {
    must: ['unitId', 'version', 'intoId'],
    may: ['name', 'code', 'codeSuffix', 'childrenTo', 'moves'],
  },
  split: {
    must: ['unitId', 'version', 'parts'],
    may: ['goesOn', 'peopleToPart', 'childrenTo', 'moves'],
  },
  close: { must: ['unitId', 'version'], may: ['peopleTo', 'childrenTo', 'moves', 'alsoClose'] },
};

const fields: readonly Field[] = [
  ...new Set(Object.values(needs).flatMap(({ must, may }) => [...must, ...may])),
];

function faultsOf(event: RecordUnitEvent): FieldFault[] {
  const { must, may } = needs[event.kind];
  const missing = must.filter((field) => event[field] === undefined);
  const foreign = fields.filter(
    (field) => event[field] !== undefined && !must.includes(field) && !may.includes(field),
  );
  const empty =
    (event.kind === 'rename' || event.kind === 'correct') && may.every((field) => event[field] === undefined);
  return [
    ...missing.map((path) => ({ path, code: 'isDefined' })),
    ...foreign.map((path) => ({ path, code: 'unknown' })),
    ...(empty ? [{ path: 'name', code: 'isDefined' }] : []),
    ...(event.parts?.length === 0 ? [{ path: 'parts', code: 'arrayMinSize' }] : []),
  ];
}

/**
 * The event with all its kind needs, and nothing else.
 * @throws Failure `common.invalid` with the fields that are missing or another kind's
 */
export function happeningOf(event: RecordUnitEvent): Happening {
  const faults = faultsOf(event);
  if (faults.length > 0) throw new Failure(commonFailures.invalid, {}, faults);
  const { kind, effectiveOn, unitId = '', name, code, type, parentId, codeSuffix } = event;
  const naming = { ...(name !== undefined && { name }), ...(code !== undefined && { code }) };
  const suffixed = codeSuffix === undefined ? {} : { codeSuffix };
  const below = {
    moves: new Map(event.moves?.map((move) => [move.unitId, move.parentId])),
    ...(event.childrenTo !== undefined && { childrenTo: event.childrenTo }),
  };
  switch (kind) {
    case 'found':
      return {
        kind,
        effectiveOn,
        name: name ?? '',
        code: code ?? '',
        type: type ?? '',
        parentId: parentId ?? null,
      };
    case 'rename':
      return { kind, effectiveOn, unitId, ...naming };
    case 'correct':
      return { kind, effectiveOn, unitId, ...naming, ...(type !== undefined && { type }) };
    case 'move':
      return { kind, effectiveOn, unitId, parentId: parentId ?? '', ...suffixed };
    case 'merge':
      return { kind, effectiveOn, unitId, intoId: event.intoId ?? '', ...naming, ...suffixed, ...below };
    case 'split': {
      const { goesOn = false, peopleToPart = 0 } = event;
      const parts = (event.parts ?? []).map(({ childIds = [], ...part }) => ({ ...part, childIds }));
      return { kind, effectiveOn, unitId, parts, goesOn, peopleToPart, ...below };
    }
    case 'close': {
      const alsoClose = new Set(event.alsoClose);
      const { peopleTo } = event;
      return { kind, effectiveOn, unitId, alsoClose, ...(peopleTo !== undefined && { peopleTo }), ...below };
    }
  }
}

/** Every unit the event names: the one it happens to first, those it goes to after it. */
export function unitsNamed(event: RecordUnitEvent): { readonly from: string[]; readonly to: string[] } {
  const given = (ids: readonly (string | undefined)[]) => ids.filter((id) => id !== undefined);
  return {
    from: given([event.unitId, ...(event.alsoClose ?? [])]),
    to: given([
      event.parentId,
      event.intoId,
      event.peopleTo,
      event.childrenTo,
      ...(event.moves ?? []).map(({ parentId }) => parentId),
      ...(event.parts ?? []).map(({ parentId }) => parentId),
    ]),
  };
}
