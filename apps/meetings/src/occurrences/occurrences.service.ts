import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { occurrenceColumns, type OccurrenceRow } from './occurrence-row.js';

/**
 * Who sees the meeting `o`: over its unit, over the unit of one of its sites, over the unit that asked for it.
 * @param first number of the first of two parameters, exactly and below, of `meetings.read`
 */
export const visibleMeeting = (first: number): string => `(${withinScope('o', first)}
  OR o.requesting_unit_id = ANY ($${first}::uuid[]) OR o.requesting_unit_path && $${first + 1}::uuid[]
  OR EXISTS (SELECT FROM occurrence_sites os JOIN sites s ON s.id = os.site_id
             WHERE os.occurrence_id = o.id AND ${withinScope('s', first)}))`;

/**
 * Who has a part in the meeting, or owes a part of its preparation, sees it wherever they are: a point of the agenda, an item
 * of the checklist (HB-8.1), a seat in the jury (HB-2.1).
 * @param first as of {@link visibleMeeting}
 * @param user number of the parameter with the caller's id
 */
const preparedMeeting = (
  first: number,
  user: number,
): string => `($${user}::uuid IN (o.chair_id, o.director_id, o.secretary_id)
  OR EXISTS (SELECT FROM agenda_items a WHERE a.occurrence_id = o.id AND ${withinScope('a', first)})
  OR EXISTS (SELECT FROM checklist_items i
             WHERE i.occurrence_id = o.id AND (i.user_id = $${user} OR ${withinScope('i', first)}))
  OR EXISTS (SELECT FROM score_sheets sheet
             WHERE sheet.occurrence_id = o.id AND $${user} = ANY (sheet.jury_ids)))`;

/** Meetings as other features need them. */
@Injectable()
export class OccurrencesService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** @throws Failure `occurrences.notFound`, also for one that the caller may not see */
  async visible(
    caller: Caller,
    occurrenceId: string,
    manager: EntityManager = this.database.manager,
  ): Promise<OccurrenceRow> {
    return this.read(manager, caller, occurrenceId, '');
  }

  /**
   * The meeting, for a caller who holds the permission over its unit.
   * @throws Failure `occurrences.notFound` where the caller does not even see it; else `common.notAllowed`
   */
  async allowing(
    caller: Caller,
    permission: Permission,
    occurrenceId: string,
    manager: EntityManager = this.database.manager,
  ): Promise<OccurrenceRow> {
    return judged(await this.read(manager, caller, occurrenceId, ''), caller, permission);
  }

  /**
   * As {@link allowing}, and nobody else changes the meeting until the transaction ends.
   * @param version as the caller read it
   * @throws Failure `occurrences.changedMeanwhile` too
   */
  async hold(
    manager: EntityManager,
    caller: Caller,
    permission: Permission,
    occurrenceId: string,
    version?: number,
  ): Promise<OccurrenceRow> {
    const meeting = judged(await this.held(manager, caller, occurrenceId), caller, permission);
    refuseOld(meeting, version);
    return meeting;
  }

  /** As {@link hold}, for who sees it: what they may do, the caller of this judges. */
  async held(manager: EntityManager, caller: Caller, occurrenceId: string): Promise<OccurrenceRow> {
    return this.read(manager, caller, occurrenceId, 'FOR NO KEY UPDATE OF o');
  }

  private async read(
    manager: EntityManager,
    caller: Caller,
    occurrenceId: string,
    lock: string,
  ): Promise<OccurrenceRow> {
    const { exactly, below } = scopeOf(caller, 'meetings.read');
    const [meeting] = await manager.query<OccurrenceRow[]>(
      `SELECT ${occurrenceColumns} FROM occurrences o
       WHERE o.id = $1 AND ($4 OR ${visibleMeeting(2)} OR ${preparedMeeting(2, 5)}) ${lock}`,
      [
        occurrenceId,
        exactly,
        below,
        caller.kind === 'service',
        caller.kind === 'user' ? caller.userId : null,
      ],
    );
    if (!meeting) throw new Failure(occurrenceErrors.notFound, { occurrenceId });
    return meeting;
  }
}

function judged(meeting: OccurrenceRow, caller: Caller, permission: Permission): OccurrenceRow {
  if (!mayOn(caller, permission, meeting.unitPath)) throw new Failure(commonFailures.notAllowed);
  return meeting;
}

/** @throws Failure `occurrences.changedMeanwhile` with the version there is */
export function refuseOld({ id, version }: OccurrenceRow, asRead: number | undefined): void {
  if (asRead !== undefined && asRead !== version) {
    throw new Failure(occurrenceErrors.changedMeanwhile, { occurrenceId: id, version });
  }
}
