import type { KindName } from '@diemcau/contracts/meetings/meeting-types';
import type { DateReason } from '@diemcau/contracts/meetings/recurrence';
import type { OccurrenceHappened, OccurrenceLine } from '@diemcau/contracts/meetings/occurrences';
import type { MeetingKind, OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';
import { nameOf, ownName } from '../meeting-types/meeting-types.service.js';

/** What lists and calendars show. */
export interface LineRow {
  readonly id: string;
  readonly seriesId: string | null;
  readonly nominalDate: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly level: string | null;
  readonly kind: MeetingKind;
  readonly ownName: KindName | null;
  readonly title: string;
  readonly state: OccurrenceState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly urgent: boolean;
  readonly conflicted: boolean;
  readonly sequence: number;
  readonly version: number;
}

/** A meeting without its parts. */
export interface OccurrenceRow extends LineRow {
  readonly unitPath: string[];
  readonly shift: DateReason | null;
  readonly roomId: string | null;
  readonly chairId: string | null;
  readonly directorId: string | null;
  readonly secretaryId: string | null;
  readonly composition: string | null;
  readonly dispatchNumber: string | null;
  readonly dispatchDate: string | null;
  readonly dispatchFileId: string | null;
  readonly requestingUnitId: string | null;
  readonly requestingUnitPath: string[] | null;
  readonly requestingUnitName: string | null;
  readonly authorId: string | null;
  readonly reason: string | null;
  readonly edited: boolean;
  readonly openedAt: Date | null;
}

/** Of table `o`. */
export const lineColumns = `o.id, o.series_id AS "seriesId", o.nominal_date::text AS "nominalDate", o.unit_id AS "unitId",
  o.unit_name AS "unitName", o.level, o.kind, ${ownName('o')} AS "ownName", o.title, o.state, o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.zone, o.urgent,
  EXISTS (SELECT FROM occurrence_conflicts c WHERE c.occurrence_id = o.id) AS conflicted, o.sequence, o.version`;

export const occurrenceColumns = `${lineColumns}, o.unit_path AS "unitPath", o.shift, o.room_id AS "roomId",
  o.chair_id AS "chairId", o.director_id AS "directorId", o.secretary_id AS "secretaryId", o.composition,
  o.dispatch_number AS "dispatchNumber", o.dispatch_date::text AS "dispatchDate",
  o.dispatch_file_id AS "dispatchFileId", o.requesting_unit_id AS "requestingUnitId",
  o.requesting_unit_path AS "requestingUnitPath", o.requesting_unit_name AS "requestingUnitName",
  o.author_id AS "authorId", o.reason, o.edited, o.opened_at AS "openedAt"`;

export const toLine = (row: LineRow): OccurrenceLine => ({
  id: row.id,
  seriesId: row.seriesId,
  nominalDate: row.nominalDate,
  unitId: row.unitId,
  unitName: row.unitName,
  level: row.level,
  kind: row.kind,
  kindName: nameOf(row.kind, row.ownName),
  title: row.title,
  state: row.state,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  zone: row.zone,
  urgent: row.urgent,
  conflicted: row.conflicted,
  sequence: row.sequence,
  version: row.version,
});

export const happened = ({ id, sequence, version, unitId }: LineRow): OccurrenceHappened => ({
  occurrenceId: id,
  sequence,
  version,
  unitId,
});
