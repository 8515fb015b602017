import type { Caller } from '@diemcau/contracts/core/caller';
import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import type {
  Correction,
  LiveSession,
  OccurrenceConflict,
  OccurrenceRoom,
  OccurrenceSite,
  PersonNamed,
} from '@diemcau/contracts/meetings/occurrences-parts';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MeetingTypesService } from '../meeting-types/meeting-types.service.js';
import { actionsOf } from './abilities.js';
import { NeedsService } from './needs.service.js';
import { type OccurrenceRow, toLine } from './occurrence-row.js';
import { OccurrencesService } from './occurrences.service.js';
import { OwnersService } from './owners.service.js';

interface Parts {
  readonly room: OccurrenceRoom | null;
  readonly sites: OccurrenceSite[] | null;
  readonly conflicts: OccurrenceConflict[] | null;
  readonly corrections: Correction[] | null;
  readonly live: LiveSession | null;
}

const iso = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A meeting with everything that belongs to it, for one caller. */
@Injectable()
export class OccurrenceViewService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly occurrences: OccurrencesService,
    private readonly needs: NeedsService,
    private readonly owners: OwnersService,
    private readonly types: MeetingTypesService,
  ) {}

  /** @throws Failure `occurrences.notFound` */
  async find(occurrenceId: string, caller: Caller): Promise<Occurrence> {
    const meeting = await this.occurrences.visible(caller, occurrenceId);
    const { manager } = this.database;
    const [parts, missing, names, type] = await Promise.all([
      this.partsOf(occurrenceId),
      this.needs.missing(manager, meeting),
      this.owners.names(peopleOf(meeting)),
      this.types.of(manager, meeting.unitPath, meeting.kind),
    ]);
    const person = (id: string | null): PersonNamed | null =>
      id === null ? null : { id, name: names.get(id) ?? null };
    return {
      ...toLine(meeting),
      shift: meeting.shift,
      room: parts.room,
      chair: person(meeting.chairId),
      director: person(meeting.directorId),
      secretary: person(meeting.secretaryId),
      composition: meeting.composition,
      dispatch: dispatchOf(meeting),
      requestingUnitId: meeting.requestingUnitId,
      requestingUnitName: meeting.requestingUnitName,
      authorId: meeting.authorId,
      reason: meeting.reason,
      edited: meeting.edited,
      sites: parts.sites ?? [],
      conflicts: parts.conflicts ?? [],
      missing,
      openedAt: meeting.openedAt?.toISOString() ?? null,
      live: parts.live,
      corrections: parts.corrections ?? [],
      actions: actionsOf(meeting, caller),
      scored: type.criteria.length > 0,
    };
  }

  private async partsOf(occurrenceId: string): Promise<Parts> {
    const [parts] = await this.database.query<[Parts]>(
      `SELECT
         (SELECT json_build_object('id', r.id, 'name', r.name, 'slug', r.slug) FROM rooms r WHERE r.id = o.room_id) AS room,
         (SELECT json_agg(json_build_object('siteId', s.id, 'role', os.role, 'expected', os.expected, 'name', s.name,
              'unitId', s.unit_id, 'unitName', s.unit_name, 'limit', os.headcount_limit, 'state', s.state,
              'suspendedReason', s.suspended_reason)
            ORDER BY array_position(ARRAY['main', 'standby', 'member'], os.role), s.unit_name, s.name)
          FROM occurrence_sites os JOIN sites s ON s.id = os.site_id WHERE os.occurrence_id = o.id) AS sites,
         (SELECT json_agg(json_build_object('kind', c.kind, 'id', c.object_id, 'role', c.role,
              'name', coalesce(s.name, r.name, '')) ORDER BY c.kind, s.name)
          FROM occurrence_conflicts c LEFT JOIN sites s ON s.id = c.object_id LEFT JOIN rooms r ON r.id = c.object_id
          WHERE c.occurrence_id = o.id) AS conflicts,
         (SELECT json_agg(json_build_object('id', c.id, 'text', c.text, 'authorId', c.author_id, 'at', ${iso('c.at')})
            ORDER BY c.at, c.id)
          FROM occurrence_corrections c WHERE c.occurrence_id = o.id) AS corrections,
         (SELECT json_build_object('id', l.id, 'startedAt', ${iso('l.started_at')}, 'endedAt', ${iso('l.ended_at')},
            'paused', o.state = 'paused', 'overrideReason', l.override_reason)
          FROM live_sessions l WHERE l.occurrence_id = o.id) AS live
       FROM occurrences o WHERE o.id = $1`,
      [occurrenceId],
    );
    return parts;
  }
}

const peopleOf = ({ chairId, directorId, secretaryId }: OccurrenceRow): string[] =>
  [chairId, directorId, secretaryId].filter((id) => id !== null);

const dispatchOf = ({ dispatchNumber, dispatchDate, dispatchFileId }: OccurrenceRow) =>
  dispatchNumber === null || dispatchDate === null
    ? null
    : { number: dispatchNumber, date: dispatchDate, fileId: dispatchFileId };
