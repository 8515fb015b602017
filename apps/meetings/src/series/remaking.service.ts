import { OccurrenceFacts } from '@diemcau/contracts/meetings/occurrences';
import type { PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import { Injectable } from '@nestjs/common';
import { folded } from '@diemcau/contracts/core/folded';
import type { EntityManager } from 'typeorm';
import { BookingService } from '../occurrences/booking.service.js';
import { FollowingService } from '../occurrences/following.service.js';
import { NeedsService } from '../occurrences/needs.service.js';
import { PartsService } from '../occurrences/parts.service.js';
import { SiteItemsService } from '../occurrences/site-items.service.js';
import { type MadeMeeting, sameAgenda, siteDifference, takeRoom } from './made-meeting.js';
import type { SeriesRow } from './series-row.js';

/** Brings a meeting that its series made into line with the series as it is now; who was invited is told by what follows. */
@Injectable()
export class RemakingService {
  constructor(
    private readonly booking: BookingService,
    private readonly parts: PartsService,
    private readonly items: SiteItemsService,
    private readonly following: FollowingService,
    private readonly needs: NeedsService,
  ) {}

  /** What is the same stays untouched. What cannot be booked any more is kept as a conflict, and the meeting is a draft again. */
  async remake(
    manager: EntityManager,
    meeting: MadeMeeting,
    series: SeriesRow,
    date: PlannedDate,
  ): Promise<void> {
    const { startsAt, endsAt } = date;
    if (startsAt === null || endsAt === null) return;
    const { bySeries: givenUp } = meeting;
    const isElsewhen = meeting.startsAt.toISOString() !== startsAt || meeting.endsAt.toISOString() !== endsAt;
    // Who gave up a date gave up its sites and its room.
    const moved = isElsewhen || givenUp;
    const lackedBefore = (await this.lacks(manager, meeting.id, series)) && !givenUp;
    const source = await this.items.source(manager, meeting.id);
    await this.describe(manager, meeting.id, series);
    const difference = siteDifference(meeting.sites, series.template.sites);
    const dropped = moved ? meeting.sites.map(({ siteId }) => siteId) : difference.dropped;
    const wanted = moved ? series.template.sites : difference.added;
    const changesRoom = moved || meeting.roomId !== series.template.roomId;
    await manager.query(
      'DELETE FROM occurrence_sites WHERE occurrence_id = $1 AND site_id = ANY ($2::uuid[])',
      [meeting.id, dropped],
    );
    await manager.query('DELETE FROM occurrence_conflicts WHERE occurrence_id = $1', [meeting.id]);
    if (moved) await retime(manager, meeting.id, date);
    if (givenUp) await holdAfterAll(manager, meeting.id);
    const roomTaken = changesRoom && !(await takeRoom(manager, meeting.id, series.template.roomId));
    await this.booking.noteRooms(manager, [{ id: meeting.id, roomTaken }], series.template.roomId);
    const sites = await this.booking.hold(manager, wanted);
    const conflicted = await this.booking.bookSites(manager, [meeting], sites);
    if (roomTaken || conflicted.size > 0) await draft(manager, meeting.id);
    await this.agenda(manager, meeting.id, startsAt, series);
    const isScheduled = await this.settle(manager, meeting.id, series, lackedBefore);
    await this.items.follow(manager, meeting.id, source);
    const isMoved = moved || dropped.length + wanted.length > 0;
    if (isMoved) await raise(manager, meeting.id);
    const change = isMoved ? OccurrenceFacts.moved : OccurrenceFacts.changed;
    const fact = isScheduled ? OccurrenceFacts.scheduled : change;
    await this.following.tell(manager, meeting.id, fact, moved ? 'all' : dropped);
  }

  /**
   * A date that is no more, or waits for somebody's decision: sites and room are free, until the series holds it after all.
   * What it is already it stays, and what somebody had postponed is not the series' to hold again.
   */
  async giveUp(
    manager: EntityManager,
    { id, state }: MadeMeeting,
    as: 'cancelled' | 'postponed',
    reason: string,
  ): Promise<void> {
    if (state === as) return;
    await manager.query(
      `UPDATE occurrences SET state = $3, reason = $2, by_series = by_series OR state <> 'postponed', version = version + 1 WHERE id = $1`,
      [id, reason, as],
    );
    if (as === 'cancelled') await this.following.tell(manager, id, OccurrenceFacts.cancelled);
    else await this.following.tell(manager, id, OccurrenceFacts.changed, 'all');
  }

  private async lacks(manager: EntityManager, id: string, { unitPath, kind }: SeriesRow): Promise<boolean> {
    return (await this.needs.missing(manager, { id, unitPath, kind })).length > 0;
  }

  /** I13: what has all it needs now is scheduled, what had it and has not any more is a draft. @returns newly scheduled */
  private async settle(
    manager: EntityManager,
    id: string,
    series: SeriesRow,
    lackedBefore: boolean,
  ): Promise<boolean> {
    if (await this.lacks(manager, id, series)) {
      if (!lackedBefore) await draft(manager, id);
      return false;
    }
    const [scheduled] = await manager.query<[unknown[], number]>(
      `UPDATE occurrences SET state = 'scheduled' WHERE id = $1 AND state = 'draft' RETURNING id`,
      [id],
    );
    return scheduled.length > 0;
  }

  private async describe(
    manager: EntityManager,
    id: string,
    { template, ...series }: SeriesRow,
  ): Promise<void> {
    await manager.query(
      `UPDATE occurrences SET kind = $2, title = $3, search = $4, chair_id = $5, director_id = $6, secretary_id = $7,
         composition = $8, dispatch_number = coalesce($9, dispatch_number), dispatch_date = coalesce($10, dispatch_date),
         level = coalesce($11, level), version = version + 1
       WHERE id = $1`,
      [
        id,
        series.kind,
        series.title,
        folded(series.title),
        template.chairId,
        template.directorId,
        template.secretaryId,
        template.composition,
        template.dispatch?.number ?? null,
        template.dispatch?.date ?? null,
        series.level,
      ],
    );
  }

  /** Written anew only where nobody has worked on it yet. */
  private async agenda(
    manager: EntityManager,
    id: string,
    startsAt: string,
    series: SeriesRow,
  ): Promise<void> {
    if (await sameAgenda(manager, id, series)) return;
    await manager.query('DELETE FROM agenda_items WHERE occurrence_id = $1', [id]);
    const owner = { id: series.unitId, path: series.unitPath, name: series.unitName };
    await this.parts.ofTemplate(manager, [{ id, startsAt }], series.template, owner);
  }
}

/** Checklist and agenda fall due as long before as they did. */
async function retime(manager: EntityManager, id: string, date: PlannedDate): Promise<void> {
  await manager.query(
    `WITH before AS (SELECT starts_at FROM occurrences WHERE id = $1),
       agenda AS (UPDATE agenda_items SET due_at = due_at + ($2::timestamptz - before.starts_at) FROM before
                  WHERE occurrence_id = $1),
       checklist AS (UPDATE checklist_items SET due_at = due_at + ($2::timestamptz - before.starts_at) FROM before
                     WHERE occurrence_id = $1 AND days_before IS NOT NULL)
     UPDATE occurrences SET room_id = NULL, room_no = NULL, starts_at = $2, ends_at = $3, shift = $4 WHERE id = $1`,
    [id, date.startsAt, date.endsAt, date.reason && JSON.stringify(date.reason)],
  );
}

/** I15: calendars take a later SEQUENCE only. */
const raise = (manager: EntityManager, id: string): Promise<unknown> =>
  manager.query('UPDATE occurrences SET sequence = sequence + 1 WHERE id = $1', [id]);

/** Without room and sites by now: it can be a draft, whoever has these. */
const holdAfterAll = (manager: EntityManager, id: string): Promise<unknown> =>
  manager.query(`UPDATE occurrences SET state = 'draft', reason = NULL, by_series = false WHERE id = $1`, [
    id,
  ]);

const draft = (manager: EntityManager, id: string): Promise<unknown> =>
  manager.query(
    `UPDATE occurrences SET state = 'draft' WHERE id = $1 AND state IN ('scheduled', 'checking')`,
    [id],
  );
