import type { Caller } from '@diemcau/contracts/core/caller';
import type { ChecklistBoard, ChecklistBoardQuery } from '@diemcau/contracts/meetings/checklists';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { OwnersService } from '../occurrences/owners.service.js';
import { itemColumns, type ItemRow, ownerColumn, peopleOf, toItem } from './item-row.js';

interface BoardRow extends ItemRow {
  readonly meetingTitle: string;
  readonly startsAt: Date;
}

const isInstant = (key: string): boolean => !Number.isNaN(Date.parse(key));

/** Over all meetings to come: who owes what (HB-8.1). */
@Injectable()
export class ChecklistBoardService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly owners: OwnersService,
    private readonly clock: Clock,
  ) {}

  async board(query: ChecklistBoardQuery, caller: Caller): Promise<ChecklistBoard> {
    const { limit = 50, unitId = null, late = false, mine = false, done = false } = query;
    const now = this.clock.now();
    const reading = scopeOf(caller, 'meetings.read');
    const [answering, writing] = [scopeOf(caller, 'meetings.answer'), scopeOf(caller, 'meetings.write')];
    const after = positionOf(query.cursor, isInstant);
    // Of meetings and of items that the caller sees; `mine` as `owes` says, less what keepers of the meeting may do for others.
    const matching = `FROM checklist_items i JOIN occurrences o ON o.id = i.occurrence_id
      WHERE o.state IN ('draft', 'pendingApproval', 'scheduled', 'checking', 'postponed')
        AND (${withinScope('o', 1)} OR ${withinScope('i', 1)} OR ${ownerColumn} = $5::uuid)
        AND ($3::uuid IS NULL OR o.unit_path @> ARRAY[$3::uuid] OR i.unit_path @> ARRAY[$3::uuid])
        AND (NOT $4 OR ${ownerColumn} = $5::uuid OR (i.owner IN ('unit', 'ownerUnit')
             AND (${withinScope('i', 6)} OR ${withinScope('i', 8)})))`;
    const values = [
      reading.exactly,
      reading.below,
      unitId,
      mine,
      caller.kind === 'user' ? caller.userId : null,
      answering.exactly,
      answering.below,
      writing.exactly,
      writing.below,
      now,
    ];
    const [[counted], rows] = await Promise.all([
      this.database.query<[{ lateCount: number }]>(
        `SELECT count(*)::int AS "lateCount" ${matching} AND i.done_at IS NULL AND i.due_at < $10`,
        values,
      ),
      this.database.query<BoardRow[]>(
        `SELECT ${itemColumns}, o.title AS "meetingTitle", o.starts_at AS "startsAt" ${matching}
           AND ($11 OR i.done_at IS NULL) AND (NOT $12 OR (i.done_at IS NULL AND i.due_at < $10))
           AND ($13::timestamptz IS NULL OR (i.due_at, i.id) > ($13, $14::uuid))
         ORDER BY i.due_at, i.id LIMIT $15`,
        [...values, done, late, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const page = pageOf(rows, limit, ({ dueAt, id }) => ({ key: dueAt.toISOString(), id }));
    const names = await this.owners.names(peopleOf(page.items));
    const items = page.items.map((row) => ({
      ...toItem(row, names, now, caller),
      meetingTitle: row.meetingTitle,
      startsAt: row.startsAt.toISOString(),
    }));
    return { items, nextCursor: page.nextCursor, lateCount: counted.lateCount };
  }
}
