import { Failure } from '@diemcau/contracts/core/failure';
import { unitEventErrors } from '@diemcau/contracts/identity/unit-event-errors';
import { closing } from './closing.js';
import { type Before, type Decision, Draft } from './draft.js';
import type { Correct, Happening, Merge, Move, Rename, Split } from './happening.js';
import { recode, refuseTaken } from './recoding.js';
import type { Period } from './timeline.js';

/**
 * What an event does: new periods of units, who carries on, where people go.
 * @throws Failure of `unitEventErrors` for an event that would break I1–I3 on any day
 */
export function decide(event: Happening, before: Before): Decision {
  const draft = new Draft(before, event.effectiveOn);
  happen(draft, event);
  return draft.decided();
}

function happen(draft: Draft, event: Happening): void {
  switch (event.kind) {
    case 'found': {
      const { name, code, type, parentId } = event;
      if (parentId !== null) draft.open(parentId);
      const unitId = draft.found({ name, code, type, parentId });
      return refuseTaken(draft, unitId, code);
    }
    case 'rename':
      return rename(draft, event.unitId, event);
    case 'correct':
      return correct(draft, event);
    case 'move':
      return move(draft, event);
    case 'merge':
      return merge(draft, event);
    case 'split':
      return split(draft, event);
    case 'close': {
      const { unitId, peopleTo, alsoClose } = event;
      refuseTop(draft.last(unitId));
      const closed = closing(draft, [unitId, ...alsoClose], { ...event, standIn: undefined });
      if (peopleTo !== undefined) refuseSame(closed, peopleTo);
      for (const one of closed) {
        draft.handOver(one, peopleTo ?? null);
        if (peopleTo !== undefined) draft.succeed(one, peopleTo);
      }
      if (peopleTo !== undefined) draft.open(peopleTo);
      recode(draft, undefined);
    }
  }
}

function rename(draft: Draft, unitId: string, { name, code }: Pick<Rename, 'name' | 'code'>): void {
  const was = draft.last(unitId);
  if (code !== undefined) refuseTaken(draft, unitId, code);
  draft.change(unitId, { name: name ?? was.name, code: code ?? was.code });
}

function correct(draft: Draft, { unitId, name, code, type }: Correct): void {
  const was = draft.last(unitId);
  if (code !== undefined) refuseTaken(draft, unitId, code);
  draft.correct(unitId, { name: name ?? was.name, code: code ?? was.code, type: type ?? was.type });
}

function move(draft: Draft, { unitId, parentId, codeSuffix }: Move): void {
  refuseTop(draft.last(unitId));
  draft.open(parentId);
  draft.change(unitId, { parentId });
  recode(draft, codeSuffix);
}

/** I2: the merged unit keeps its id, closed; a merged province comes to lie, closed, below its successor. */
function merge(draft: Draft, event: Merge): void {
  const { unitId, intoId, name, code, codeSuffix } = event;
  refuseSame(new Set([unitId]), intoId);
  const [was, into] = [draft.last(unitId), draft.open(intoId)];
  if (was.parentId === null && into.parentId !== null) throw new Failure(unitEventErrors.top, { unitId });
  closing(draft, [unitId], {
    moves: event.moves,
    childrenTo: event.childrenTo ?? intoId,
    standIn: was.parentId ?? undefined,
  });
  if (was.parentId === null) draft.rewrite(unitId, { parentId: intoId });
  draft.succeed(unitId, intoId);
  draft.handOver(unitId, intoId);
  recode(draft, codeSuffix);
  if (name !== undefined || code !== undefined)
    rename(draft, intoId, { ...(name !== undefined && { name }), ...(code !== undefined && { code }) });
}

function split(draft: Draft, event: Split): void {
  const { unitId, parts, goesOn, peopleToPart } = event;
  const was = draft.last(unitId);
  refuseTop(was);
  const moves = new Map(event.moves);
  const partIds = parts.map(({ name, code, type, parentId, childIds }) => {
    if (parentId !== undefined) draft.open(parentId);
    const partId = draft.found({ name, code, type: type ?? was.type, parentId: parentId ?? was.parentId });
    refuseTaken(draft, partId, code);
    for (const childId of childIds) moves.set(childId, partId);
    draft.succeed(unitId, partId);
    return partId;
  });
  closing(draft, goesOn ? [] : [unitId], {
    moves,
    childrenTo: event.childrenTo ?? (goesOn ? undefined : partIds[0]),
    standIn: undefined,
    ...(goesOn && { beside: unitId }),
  });
  recode(draft, undefined);
  if (!goesOn) draft.handOver(unitId, partIds[peopleToPart] ?? partIds[0] ?? null);
}

function refuseTop({ unitId, parentId }: Period): void {
  if (parentId === null) throw new Failure(unitEventErrors.top, { unitId });
}

function refuseSame(closed: ReadonlySet<string>, other: string): void {
  if (closed.has(other)) throw new Failure(unitEventErrors.sameUnit, { unitId: other });
}
