import type {
  RecordUnitEvent,
  UnitEvent,
  UnitEventKind,
  UnitEventState,
} from '@diemcau/contracts/identity/unit-events';
import type { PeopleMove } from './draft.js';

/** An event as the database keeps it. */
export interface EventRow {
  readonly id: string;
  /** In the order of recording. */
  readonly sequence: string;
  readonly kind: UnitEventKind;
  readonly state: UnitEventState;
  readonly effectiveOn: string;
  readonly decisionNumber: string | null;
  readonly decisionDate: string | null;
  readonly note: string | null;
  readonly unitId: string;
  /** Null once a planned foundation was cancelled. */
  readonly unitName: string | null;
  readonly unitIds: string[];
  readonly people: PeopleMove[];
  /** What was recorded, word by word. */
  readonly body: RecordUnitEvent;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly appliedAt: Date | null;
}

/** Of `unit_events e LEFT JOIN units u ON u.id = e.unit_id`. */
export const eventColumns = `e.id, e.sequence, e.kind, e.state, e.effective_on::text AS "effectiveOn",
  e.decision_number AS "decisionNumber", e.decision_date::text AS "decisionDate", e.note, e.unit_id AS "unitId",
  u.name AS "unitName", e.unit_ids AS "unitIds", e.people, e.body, e.recorded_at AS "recordedAt",
  e.recorded_by AS "recordedBy", e.applied_at AS "appliedAt"`;

export const eventDto = (row: EventRow): UnitEvent => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  effectiveOn: row.effectiveOn,
  decisionNumber: row.decisionNumber,
  decisionDate: row.decisionDate,
  note: row.note,
  unitId: row.unitId,
  unitName: row.unitName ?? row.body.name ?? row.unitId,
  unitIds: row.unitIds,
  recordedAt: row.recordedAt.toISOString(),
  recordedBy: row.recordedBy,
  appliedAt: row.appliedAt?.toISOString() ?? null,
});
