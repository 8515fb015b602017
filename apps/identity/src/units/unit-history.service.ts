import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { unitEventErrors } from '@diemcau/contracts/identity/unit-event-errors';
import type {
  UnitEvent,
  UnitEventPage,
  UnitEventQuery,
  UnitHistory,
  UnitPeriod,
  UnitSuccession,
} from '@diemcau/contracts/identity/unit-events';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { eventColumns, eventDto, type EventRow } from './event-row.js';
import { scopeOf } from './scope.js';
import { UnitsService } from './units.service.js';

/** Most rows of one unit's history that are shown. */
const most = 1000;

/** An event is seen where its unit is; of a cancelled foundation there is none, so it is seen where it would have been. */
const from = `unit_events e LEFT JOIN units u ON u.id = e.unit_id
  WHERE ($1::uuid[] IS NULL OR coalesce(u.province_id, e.province_ids[1]) IN
    (SELECT province_id FROM units WHERE id = ANY ($1)))`;

const successions = `SELECT s.unit_id AS "unitId", s.successor_id AS "successorId", other.name, s.since::text AS since,
  s.event_id AS "eventId" FROM unit_successors s JOIN units other`;

@Injectable()
export class UnitHistoryService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: UnitsService,
  ) {}

  /** @throws Failure `units.notFound` */
  async of(unitId: string, caller: Caller): Promise<UnitHistory> {
    const unit = await this.units.find(unitId, caller);
    const [periods, events, successors, predecessors] = await Promise.all([
      this.database.query<UnitPeriod[]>(
        `SELECT name, code, type, parent_id AS "parentId", state, valid_from::text AS "from", valid_to::text AS "to",
                event_id AS "eventId"
         FROM unit_versions WHERE unit_id = $1 AND (valid_to IS NULL OR valid_to > valid_from)
         ORDER BY valid_from DESC LIMIT ${most}`,
        [unitId],
      ),
      this.database.query<EventRow[]>(
        `SELECT ${eventColumns} FROM ${from} AND e.unit_ids @> ARRAY[$2::uuid]
         ORDER BY e.effective_on DESC, e.sequence DESC LIMIT ${most}`,
        [this.scope(caller), unitId],
      ),
      this.database.query<UnitSuccession[]>(
        `${successions} ON other.id = s.successor_id WHERE s.unit_id = $1 ORDER BY s.since, other.search LIMIT ${most}`,
        [unitId],
      ),
      this.database.query<UnitSuccession[]>(
        `${successions} ON other.id = s.unit_id WHERE s.successor_id = $1 ORDER BY s.since, other.search LIMIT ${most}`,
        [unitId],
      ),
    ]);
    return { unit, periods, events: events.map(eventDto), successors, predecessors };
  }

  async list(query: UnitEventQuery, caller: Caller): Promise<UnitEventPage> {
    const { limit = 50 } = query;
    const after = positionOf(query.cursor, (key) => /^\d{4}-\d\d-\d\d \d{1,18}$/.test(key));
    const [day, sequence] = after?.key.split(' ') ?? [];
    const rows = await this.database.query<EventRow[]>(
      `SELECT ${eventColumns} FROM ${from}
         AND ($2::uuid IS NULL OR e.unit_ids @> ARRAY[$2::uuid]) AND ($3::text IS NULL OR e.state = $3)
         AND ($4::text IS NULL OR e.kind = $4) AND ($5::date IS NULL OR e.effective_on >= $5)
         AND ($6::date IS NULL OR e.effective_on <= $6)
         AND coalesce(u.search, '') || ' ' || lower(coalesce(e.decision_number, '')) LIKE ALL ($7)
         AND ($8::date IS NULL OR (e.effective_on, e.sequence) < ($8::date, $9::bigint))
       ORDER BY e.effective_on DESC, e.sequence DESC LIMIT $10`,
      [
        this.scope(caller),
        query.unitId,
        query.state,
        query.kind,
        query.from,
        query.to,
        wordPatterns(query.q),
        day,
        sequence,
        limit + 1,
      ],
    );
    const { items, nextCursor } = pageOf(rows, limit, (row) => ({
      key: `${row.effectiveOn} ${row.sequence}`,
      id: row.id,
    }));
    return { items: items.map(eventDto), nextCursor };
  }

  /** @throws Failure `unitEvents.notFound`, also for another province's */
  async find(eventId: string, caller: Caller): Promise<UnitEvent> {
    const [row] = await this.database.query<EventRow[]>(`SELECT ${eventColumns} FROM ${from} AND e.id = $2`, [
      this.scope(caller),
      eventId,
    ]);
    if (!row) throw new Failure(unitEventErrors.notFound, { eventId });
    return eventDto(row);
  }

  private scope(caller: Caller): readonly string[] | null {
    const scope = scopeOf(caller);
    return scope === 'everything' ? null : scope;
  }
}
