import type { Caller } from '@diemcau/contracts/core/caller';
import { OccurrenceFacts } from '@diemcau/contracts/meetings/occurrences';
import type { SiteWanted } from '@diemcau/contracts/meetings/occurrences-parts';
import { Audit } from '@diemcau/service/audit/audit';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audited, type Changed, movesTime } from './changes.js';
import { FollowingService } from './following.service.js';
import { searchOf } from './made-rows.js';
import { NeedsService } from './needs.service.js';
import type { OccurrenceRow } from './occurrence-row.js';
import { refuseTimes } from './refusals.js';
import { holdWanted, writeSites } from './site-choice.js';
import { SiteItemsService } from './site-items.service.js';
import { announced } from './states.js';
import type { WantedBooking } from './taken.service.js';

/** What a change moved: the whole meeting, or some of its sites. */
export interface Moved {
  readonly time: boolean;
  readonly siteIds: readonly string[];
}

/** Writes a meeting anew, with its sites, and what follows from it. */
@Injectable()
export class RewritingService {
  constructor(
    private readonly following: FollowingService,
    private readonly needs: NeedsService,
    private readonly items: SiteItemsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @param sites undefined: as they are */
  async rewrite(
    manager: EntityManager,
    before: OccurrenceRow,
    after: Changed & { readonly roomNo: number | null },
    sites: readonly SiteWanted[] | undefined,
    wants: (wanted: WantedBooking) => void,
  ): Promise<Moved> {
    const time = movesTime(before, after);
    if (time) refuseTimes(after.startsAt, after.endsAt, this.clock.now());
    const now = await sitesOf(manager, before.id);
    const wanted = sites ?? now;
    const { startsAt, endsAt, roomId } = after;
    const siteIds = wanted.map(({ siteId }) => siteId);
    wants({ occurrenceId: before.id, siteIds, roomId, startsAt, endsAt });
    if (sites) await holdWanted(manager, before.unitPath[0], sites);
    else if (time) await holdIds(manager, siteIds);
    // Its room is opened anew where and when it is now, to the units that come.
    const reopens = time || roomId !== before.roomId || sites !== undefined;
    await write(manager, before.id, after, reopens);
    const source = await this.items.source(manager, before.id);
    const changedSites = sites ? await writeSites(manager, before.id, sites) : [];
    await this.settle(manager, before, after, sites);
    const moved = { time, siteIds: changedSites };
    await raise(manager, before.id, time || changedSites.length > 0);
    if (time) await retimePreparation(manager, before, startsAt);
    if (sites) await this.items.follow(manager, before.id, source);
    return moved;
  }

  /** I13, the audit log, and who is told. */
  async tell(
    manager: EntityManager,
    before: OccurrenceRow,
    after: Changed,
    { time, siteIds }: Moved,
    caller: Caller,
  ): Promise<void> {
    if (announced.includes(before.state)) await this.needs.refuseIncomplete(manager, before);
    const isMoved = time || siteIds.length > 0;
    await this.audit.record(manager, caller, {
      action: 'occurrences.change',
      unitId: before.unitId,
      object: { kind: 'occurrence', id: before.id },
      before: audited(before, after),
      after: { ...audited(after, before), ...(siteIds.length > 0 && { sites: siteIds.length }) },
    });
    const fact = announced.includes(before.state)
      ? isMoved
        ? OccurrenceFacts.moved
        : OccurrenceFacts.changed
      : null;
    await this.following.tell(manager, before.id, fact, time ? 'all' : siteIds);
  }

  /** Somebody decided about what was taken: another room or time, other sites, or without. */
  private async settle(
    manager: EntityManager,
    { id, roomId }: OccurrenceRow,
    after: Changed,
    sites: readonly SiteWanted[] | undefined,
  ): Promise<void> {
    if (after.roomId !== roomId) {
      await manager.query(`DELETE FROM occurrence_conflicts WHERE occurrence_id = $1 AND kind = 'room'`, [
        id,
      ]);
    }
    if (!sites) return;
    await manager.query(`DELETE FROM occurrence_conflicts WHERE occurrence_id = $1 AND kind = 'site'`, [id]);
  }
}

const sitesOf = (manager: EntityManager, id: string): Promise<SiteWanted[]> =>
  manager.query<SiteWanted[]>(
    'SELECT site_id AS "siteId", role, expected FROM occurrence_sites WHERE occurrence_id = $1',
    [id],
  );

async function holdIds(manager: EntityManager, siteIds: readonly string[]): Promise<void> {
  await manager.query('SELECT 1 FROM sites WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [siteIds]);
}

async function write(
  manager: EntityManager,
  id: string,
  after: Changed & { readonly roomNo: number | null },
  reopens: boolean,
): Promise<void> {
  await manager.query(
    `UPDATE occurrences SET title = $2, search = $3, starts_at = $4, ends_at = $5, room_id = $6, room_no = $7,
       chair_id = $8, director_id = $9, secretary_id = $10, composition = $11, dispatch_number = $12,
       dispatch_date = $13, dispatch_file_id = $14, level = $16, edited = true,
       opened_at = CASE WHEN $15 THEN NULL ELSE opened_at END WHERE id = $1`,
    [
      id,
      after.title,
      searchOf(after.title),
      after.startsAt,
      after.endsAt,
      after.roomId,
      after.roomNo,
      after.chairId,
      after.directorId,
      after.secretaryId,
      after.composition,
      after.dispatchNumber,
      after.dispatchDate,
      after.dispatchFileId,
      reopens,
      after.level,
    ],
  );
}

async function raise(manager: EntityManager, id: string, moved: boolean): Promise<void> {
  await manager.query(
    'UPDATE occurrences SET version = version + 1, sequence = sequence + $2::int WHERE id = $1',
    [id, moved ? 1 : 0],
  );
}

/** What is to be done days before the meeting is due days before its new time. */
async function retimePreparation(
  manager: EntityManager,
  before: OccurrenceRow,
  startsAt: Date,
): Promise<void> {
  const shiftMs = startsAt.getTime() - before.startsAt.getTime();
  const values = [before.id, shiftMs];
  const shift = `make_interval(secs => $2::float8 / 1000)`;
  await manager.query(
    `UPDATE checklist_items SET due_at = due_at + ${shift} WHERE occurrence_id = $1 AND done_at IS NULL`,
    values,
  );
  await manager.query(
    `UPDATE agenda_items SET due_at = due_at + ${shift}, version = version + 1
     WHERE occurrence_id = $1 AND due_at IS NOT NULL AND state IN ('assigned', 'returned')`,
    values,
  );
}
