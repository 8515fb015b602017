import type { Caller } from '@diemcau/contracts/core/caller';
import type { OverviewOverdue } from '@diemcau/contracts/meetings/overview';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Units with a site in the year $4 whose report of it was not handed in. */
const reports = `SELECT count(*)::int FROM (
    SELECT DISTINCT s.unit_id FROM sites s
    WHERE ${withinScope('s', 1)} AND ($3::uuid IS NULL OR s.unit_path @> ARRAY[$3::uuid]) AND s.state <> 'retired'
      AND s.created_at < make_timestamptz($4::int + 1, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh')) u
  LEFT JOIN annual_reports r ON r.unit_id = u.unit_id AND r.year = $4
  WHERE r.id IS NULL OR r.state IN ('draft', 'returned')`;

/** Of reviews that the caller runs ($5, $6). */
const reviews = `SELECT count(*)::int FROM reviews r JOIN review_answers a ON a.review_id = r.id
  WHERE r.state = 'open' AND r.deadline < $7::date AND a.state <> 'submitted' AND ${withinScope('r', 5)}
    AND ($3::uuid IS NULL OR a.unit_path @> ARRAY[$3::uuid])`;

/** What units owe upwards: reports of the year that is over (HB-11.4), reviews past their deadline (HB-10.2). */
@Injectable()
export class PapersOverdueService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async of(
    { today, unitId }: { readonly today: string; readonly unitId: string | null },
    caller: Caller,
  ): Promise<Pick<OverviewOverdue, 'reports' | 'reportYear' | 'reviews'>> {
    const reportYear = Number(today.slice(0, 4)) - 1;
    const [reading, running] = [scopeOf(caller, 'reports.read'), scopeOf(caller, 'reports.receive')];
    const [counted] = await this.database.query<[{ reports: number; reviews: number }]>(
      `SELECT (${reports}) AS reports, (${reviews}) AS reviews`,
      [reading.exactly, reading.below, unitId, reportYear, running.exactly, running.below, today],
    );
    return { reportYear, ...counted };
  }
}
