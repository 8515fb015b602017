import { type Caller, grantsOf, mayOn, type ServiceCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { UnitsClient, unitErrors } from '@diemcau/contracts/identity/units';
import type {
  CalendarQuery,
  OccurrencePage,
  OccurrenceQuery,
  UnitCalendar,
} from '@diemcau/contracts/meetings/occurrences';
import { scopeOf } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Statement } from '@diemcau/service/database/statement';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { lineColumns, type LineRow, toLine } from './occurrence-row.js';
import { visibleMeeting } from './occurrences.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const dayMs = 86_400_000;
const longestDays = 62;
const isInstant = (key: string): boolean => !Number.isNaN(Date.parse(key));

const partInMonth = `unit_id = $1 AND starts_at >= $2::timestamptz - interval '1 day' AND starts_at < $3`;

/**
 * What a unit holds, what its sites take part in, and what it prepares a part of. No meeting is longer than a day, so each is
 * a short range of an index by unit and start. A juror ($4) sits in few meetings: those are found by the person.
 */
const ofUnit = new Statement<LineRow>(
  'calendar of a unit',
  `WITH meeting AS (
     SELECT id FROM occurrences WHERE unit_id = $1 AND starts_at >= $2::timestamptz - interval '1 day' AND starts_at < $3
     UNION
     SELECT occurrence_id FROM occurrence_sites WHERE unit_id = $1
       AND during >= tstzrange($2::timestamptz - interval '1 day', $2::timestamptz - interval '1 day', '[]')
       AND during < tstzrange($3, NULL)
     UNION
     SELECT occurrence_id FROM agenda_items WHERE ${partInMonth}
     UNION
     SELECT occurrence_id FROM checklist_items WHERE ${partInMonth}
     UNION
     SELECT occurrence_id FROM score_sheets WHERE jury_ids @> ARRAY[$4::uuid]
   )
   SELECT ${lineColumns} FROM meeting JOIN occurrences o USING (id)
   WHERE o.ends_at > $2 AND o.starts_at < $3 ORDER BY o.starts_at, o.id LIMIT 2000`,
);

/** Whose seats in juries stand in the calendar too: in that of a unit of one's own, not in every unit one may look at. */
const jurorOf = (unitId: string, caller: Caller): string | null =>
  caller.kind === 'user' && caller.grants.some((grant) => grant.unitId === unitId) ? caller.userId : null;

/** Meetings in lists. */
@Injectable()
export class OccurrenceListingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: UnitsClient,
  ) {}

  /** @throws Failure `units.notFound` for a unit whose meetings the caller does not see; `common.invalid` over 62 days */
  async calendar({ unitId, from, to }: CalendarQuery, caller: Caller): Promise<UnitCalendar> {
    const lengthMs = Date.parse(to) - Date.parse(from);
    if (lengthMs <= 0 || lengthMs > longestDays * dayMs) {
      throw new Failure(commonFailures.invalid, {}, [{ path: 'to', code: 'isRange' }]);
    }
    await this.refuseUnseen(unitId, caller);
    const rows = await ofUnit.run(this.database, [unitId, from, to, jurorOf(unitId, caller)]);
    return { items: rows.map(toLine) };
  }

  /** By start. */
  async list(query: OccurrenceQuery, caller: Caller): Promise<OccurrencePage> {
    const { limit = 50 } = query;
    const { exactly, below } = scopeOf(caller, 'meetings.read');
    const after = positionOf(query.cursor, isInstant);
    const rows = await this.database.query<LineRow[]>(
      `SELECT ${lineColumns} FROM occurrences o
       WHERE ${visibleMeeting(1)}
         AND ($3::uuid IS NULL OR o.unit_path @> ARRAY[$3::uuid] OR o.requesting_unit_path @> ARRAY[$3::uuid]
           OR EXISTS (SELECT FROM occurrence_sites os JOIN sites s ON s.id = os.site_id
                      WHERE os.occurrence_id = o.id AND s.unit_path @> ARRAY[$3::uuid]))
         AND ($4::uuid IS NULL OR o.series_id = $4) AND ($5::text IS NULL OR o.state = $5)
         AND ($6::text IS NULL OR o.kind = $6) AND ($14::text IS NULL OR o.level = $14)
         AND ($7::timestamptz IS NULL OR (o.ends_at > $7 AND o.starts_at > $7::timestamptz - interval '1 day'))
         AND ($8::timestamptz IS NULL OR o.starts_at < $8)
         AND ($9::boolean IS NULL OR EXISTS (SELECT FROM occurrence_conflicts c WHERE c.occurrence_id = o.id) = $9)
         AND o.search LIKE ALL ($10)
         AND ($11::timestamptz IS NULL OR (o.starts_at, o.id) > ($11, $12::uuid))
       ORDER BY o.starts_at, o.id LIMIT $13`,
      [
        exactly,
        below,
        query.unitId ?? null,
        query.seriesId ?? null,
        query.state ?? null,
        query.kind ?? null,
        query.from ?? null,
        query.to ?? null,
        query.conflicted ?? null,
        wordPatterns(query.q),
        after?.key ?? null,
        after?.id ?? null,
        limit + 1,
        query.level ?? null,
      ],
    );
    const page = pageOf(rows, limit, ({ startsAt, id }) => ({ key: startsAt.toISOString(), id }));
    return { items: page.items.map(toLine), nextCursor: page.nextCursor };
  }

  private async refuseUnseen(unitId: string, caller: Caller): Promise<void> {
    if (grantsOf(caller, 'meetings.read').some((grant) => grant.unitId === unitId)) return;
    const { items } = await this.units.named({ unitIds: [unitId] }, itself);
    const [unit] = items;
    if (!unit || !mayOn(caller, 'meetings.read', unit.path))
      throw new Failure(unitErrors.notFound, { unitId });
  }
}
