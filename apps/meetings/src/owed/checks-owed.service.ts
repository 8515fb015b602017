import type { Caller } from '@diemcau/contracts/core/caller';
import { mostOwed, type OwedCheck, type OwedChecks } from '@diemcau/contracts/meetings/owed';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ownUnits, totalOf } from './own-units.js';

type Row = Omit<OwedCheck, 'startsAt' | 'dueAt'> & {
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly total: number;
};

@Injectable()
export class ChecksOwedService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Closing asks nobody to stop: what is not passed is owed until the meeting begins. */
  async list(caller: Caller): Promise<OwedChecks> {
    const rows = await this.database.query<Row[]>(
      `SELECT os.occurrence_id AS "occurrenceId", site.id AS "siteId", site.name AS "siteName", o.title,
         o.starts_at AS "startsAt", campaign.closes_at AS "dueAt", coalesce(done.state, 'pending') AS state,
         (count(*) OVER ())::int AS total
       FROM occurrences o JOIN check_campaigns campaign ON campaign.occurrence_id = o.id
       JOIN occurrence_sites os ON os.occurrence_id = o.id JOIN sites site ON site.id = os.site_id
       LEFT JOIN connection_checks done ON done.occurrence_id = os.occurrence_id AND done.site_id = os.site_id
       WHERE o.state IN ('scheduled', 'checking') AND o.starts_at > $1 AND site.unit_id = ANY ($2::uuid[])
         AND done.state IS DISTINCT FROM 'pass'
       ORDER BY campaign.closes_at, o.id, site.name LIMIT ${mostOwed}`,
      [this.clock.now(), ownUnits(caller, 'meetings.answer')],
    );
    const items = rows.map(({ total: _all, startsAt, dueAt, ...row }) => ({
      ...row,
      startsAt: startsAt.toISOString(),
      dueAt: dueAt.toISOString(),
    }));
    return { items, total: totalOf(rows) };
  }
}
