import type { Caller } from '@diemcau/contracts/core/caller';
import type { OverviewTraining, OverviewTrainings } from '@diemcau/contracts/meetings/overview';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { sessionsOf } from './training-row.js';

type Row = Omit<OverviewTraining, 'startsAt'> & { readonly startsAt: Date; readonly total: number };

interface Asked {
  readonly now: Date;
  readonly unitId: string | null;
  readonly limit: number;
}

/** Of somebody's units: held by one of them, or with a place at one of their sites. `$4`: of this unit or below. */
const ofUnits = `((${withinScope('tr', 1)} AND ($4::uuid IS NULL OR tr.unit_path @> ARRAY[$4::uuid]))
  OR EXISTS (SELECT FROM training_places p JOIN sites s ON s.id = p.site_id
             WHERE p.training_id = tr.id AND ${withinScope('s', 1)}
               AND ($4::uuid IS NULL OR s.unit_path @> ARRAY[$4::uuid])))`;

@Injectable()
export class TrainingsAheadService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Those with a session to come, the next one first (HB-10.1). */
  async ahead({ now, unitId, limit }: Asked, caller: Caller): Promise<OverviewTrainings> {
    const { exactly, below } = scopeOf(caller, 'meetings.read');
    const rows = await this.database.query<Row[]>(
      `SELECT tr.id AS "trainingId", tr.title, tr.unit_name AS "unitName", next.at AS "startsAt", seats.*,
         (count(*) OVER ())::int AS total
       FROM trainings tr,
         LATERAL (SELECT min(o.starts_at) AS at FROM occurrences o WHERE o.starts_at > $3 AND ${sessionsOf}) next,
         LATERAL (SELECT coalesce(sum(capacity), 0)::int AS capacity, coalesce(sum(taken), 0)::int AS registered
                  FROM training_places WHERE training_id = tr.id) seats
       WHERE tr.state = 'open' AND next.at IS NOT NULL AND ${ofUnits}
       ORDER BY next.at, tr.id LIMIT $5`,
      [exactly, below, now, unitId, limit],
    );
    const items = rows.map(({ total: _all, startsAt, ...row }) => ({
      ...row,
      startsAt: startsAt.toISOString(),
    }));
    return { items, total: rows[0]?.total ?? 0 };
  }
}
