import type { Caller } from '@diemcau/contracts/core/caller';
import { mayOn } from '@diemcau/contracts/core/caller';
import type { MeetingRequest, RequestPage, RequestQuery } from '@diemcau/contracts/meetings/requests';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { actorOf } from './abilities.js';
import { lineColumns, type LineRow, toLine } from './occurrence-row.js';

interface Row extends LineRow {
  readonly unitPath: string[];
  readonly requestingUnitId: string | null;
  readonly requestingUnitName: string | null;
  readonly authorId: string | null;
  readonly reason: string | null;
  readonly askedAt: Date;
}

/** Urgent ones first: the key of a page is told apart by its first letter. */
const keyOf = ({ urgent, startsAt }: Row): string => `${urgent ? 'a' : 'b'}${startsAt.toISOString()}`;
const isKey = (key: string): boolean => /^[ab]/.test(key) && !Number.isNaN(Date.parse(key.slice(1)));

/** What waits for whose decision. */
@Injectable()
export class InboxService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async list(
    { view = 'toDecide', limit = 50, cursor, q }: RequestQuery,
    caller: Caller,
  ): Promise<RequestPage> {
    const approving = scopeOf(caller, 'meetings.approve');
    const after = positionOf(cursor, isKey);
    const actor = actorOf(caller);
    const rows = await this.database.query<Row[]>(
      `SELECT ${lineColumns}, o.unit_path AS "unitPath", o.requesting_unit_id AS "requestingUnitId",
         o.requesting_unit_name AS "requestingUnitName", o.author_id AS "authorId", o.reason, o.created_at AS "askedAt"
       FROM occurrences o
       WHERE o.series_id IS NULL AND o.search LIKE ALL ($5) AND CASE $1
           WHEN 'toDecide' THEN o.state = 'pendingApproval' AND ${withinScope('o', 2)}
             AND o.author_id IS DISTINCT FROM $4::uuid
           WHEN 'own' THEN o.author_id = $4::uuid
           ELSE o.state NOT IN ('draft', 'pendingApproval') AND o.requesting_unit_id IS NOT NULL AND ${withinScope('o', 2)}
         END
         AND ($6::text IS NULL OR (NOT o.urgent, o.starts_at, o.id) > ($6 = 'b', $7::timestamptz, $8::uuid))
       ORDER BY NOT o.urgent, o.starts_at, o.id LIMIT $9`,
      [
        view,
        approving.exactly,
        approving.below,
        actor,
        wordPatterns(q),
        after?.key.slice(0, 1) ?? null,
        after?.key.slice(1) ?? null,
        after?.id ?? null,
        limit + 1,
      ],
    );
    const page = pageOf(rows, limit, (row) => ({ key: keyOf(row), id: row.id }));
    return { items: page.items.map((row) => toDto(row, caller)), nextCursor: page.nextCursor };
  }
}

function toDto(row: Row, caller: Caller): MeetingRequest {
  return {
    ...toLine(row),
    requestingUnitId: row.requestingUnitId,
    requestingUnitName: row.requestingUnitName,
    authorId: row.authorId,
    reason: row.reason,
    askedAt: row.askedAt.toISOString(),
    decidable:
      row.state === 'pendingApproval' &&
      row.authorId !== actorOf(caller) &&
      mayOn(caller, 'meetings.approve', row.unitPath),
  };
}
