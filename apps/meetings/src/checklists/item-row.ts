import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import type { PreparationItem, ChecklistOwner } from '@diemcau/contracts/meetings/checklists';

/** An item with what of its meeting decides whose it is. */
export interface ItemRow {
  readonly id: string;
  readonly occurrenceId: string;
  readonly title: string;
  readonly owner: ChecklistOwner;
  readonly unitId: string;
  readonly unitPath: string[];
  readonly unitName: string;
  readonly userId: string | null;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
  readonly keptBy: string[];
}

/** Of `i` checklist_items and `o` its occurrence. A part in the meeting is whoever has it now. */
export const ownerColumn = `CASE i.owner WHEN 'chair' THEN o.chair_id WHEN 'director' THEN o.director_id
  WHEN 'secretary' THEN o.secretary_id WHEN 'person' THEN i.user_id END`;
export const itemColumns = `i.id, i.occurrence_id AS "occurrenceId", i.title, i.owner, i.unit_id AS "unitId",
  i.unit_path AS "unitPath", i.unit_name AS "unitName", ${ownerColumn} AS "userId", i.due_at AS "dueAt",
  i.done_at AS "doneAt", i.done_by AS "doneBy", o.unit_path AS "keptBy"`;

/** Owes it: the person, the unit, and whoever keeps the meeting. */
export function owes(item: ItemRow, caller: Caller): boolean {
  if (caller.kind === 'user' && item.userId === caller.userId) return true;
  if (mayOn(caller, 'meetings.write', item.keptBy)) return true;
  const ofUnit = item.owner === 'unit' || item.owner === 'ownerUnit';
  return (
    ofUnit &&
    (mayOn(caller, 'meetings.answer', item.unitPath) || mayOn(caller, 'meetings.write', item.unitPath))
  );
}

export const peopleOf = (items: readonly ItemRow[]): string[] =>
  items.flatMap(({ userId }) => (userId === null ? [] : [userId]));

const minuteMs = 60_000;

/** @param names of people, by id */
export function toItem(
  item: ItemRow,
  names: ReadonlyMap<string, string>,
  now: Date,
  caller: Caller,
): PreparationItem {
  const lateMs = (item.doneAt ?? now).getTime() - item.dueAt.getTime();
  return {
    id: item.id,
    occurrenceId: item.occurrenceId,
    title: item.title,
    owner: item.owner,
    unitId: item.unitId,
    unitName: item.unitName,
    userId: item.userId,
    userName: item.userId === null ? null : (names.get(item.userId) ?? null),
    dueAt: item.dueAt.toISOString(),
    doneAt: item.doneAt?.toISOString() ?? null,
    doneBy: item.doneBy,
    late: lateMs > 0,
    lateMin: Math.max(0, Math.floor(lateMs / minuteMs)),
    mine: owes(item, caller),
  };
}
