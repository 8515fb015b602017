import type { AgendaItem, AgendaState } from '@diemcau/contracts/meetings/agenda';
import type { StoredFile } from '@diemcau/contracts/meetings/files';

export interface AgendaRow {
  readonly id: string;
  readonly occurrenceId: string;
  readonly position: number;
  readonly title: string;
  readonly minutes: number;
  readonly unitId: string;
  readonly unitPath: string[];
  readonly unitName: string;
  readonly dueAt: Date | null;
  readonly state: AgendaState;
  readonly note: string | null;
  readonly fileIds: string[];
  readonly submittedAt: Date | null;
  readonly version: number;
}

export const agendaColumns = `a.id, a.occurrence_id AS "occurrenceId", a.position, a.title, a.minutes,
  a.unit_id AS "unitId", a.unit_path AS "unitPath", a.unit_name AS "unitName", a.due_at AS "dueAt", a.state, a.note,
  a.file_ids AS "fileIds", a.submitted_at AS "submittedAt", a.version`;

export function toItem(
  row: AgendaRow,
  now: Date,
  submittable: boolean,
  files: ReadonlyMap<string, StoredFile>,
): AgendaItem {
  const open = row.state === 'assigned' || row.state === 'returned';
  return {
    id: row.id,
    position: row.position,
    title: row.title,
    minutes: row.minutes,
    unitId: row.unitId,
    unitName: row.unitName,
    dueAt: row.dueAt?.toISOString() ?? null,
    state: row.state,
    note: row.note,
    files: row.fileIds.flatMap((id) => files.get(id) ?? []),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    late:
      row.dueAt !== null &&
      (open ? now > row.dueAt : row.submittedAt !== null && row.submittedAt > row.dueAt),
    submittable,
    version: row.version,
  };
}
