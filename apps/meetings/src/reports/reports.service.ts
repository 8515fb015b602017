import { type Caller, grantsOf, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import {
  type AnnualReport,
  reportErrors,
  type ReportLine,
  type ReportPage,
  type ReportQuery,
  type ReportState,
} from '@diemcau/contracts/meetings/reports';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { reportColumns, type ReportRow, toReport } from './report-row.js';

/** The latest year first, then by unit; compared byte by byte. */
const sortKey = `((2999 - r.year)::text || chr(1) || r.unit_name) COLLATE "C"`;
/** Names as searches compare them. */
const foldedName = `replace(regexp_replace(lower(normalize(r.unit_name, NFKD)), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')`;

@Injectable()
export class ReportsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async list(query: ReportQuery, caller: Caller): Promise<ReportPage> {
    const { limit = 50, unitId = null, year = null, state = null } = query;
    const scope = scopeOf(caller, 'reports.read');
    const matching = `FROM annual_reports r WHERE ${withinScope('r', 1)}
      AND ($3::uuid IS NULL OR r.unit_path @> ARRAY[$3::uuid]) AND ($4::int IS NULL OR r.year = $4)
      AND ($5::text IS NULL OR r.state = $5) AND ${foldedName} LIKE ALL ($6)`;
    const values = [scope.exactly, scope.below, unitId, year, state, wordPatterns(query.q)];
    const after = positionOf(query.cursor);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<
        (Omit<ReportLine, 'submittedAt'> & { submittedAt: Date | null; sortKey: string })[]
      >(
        `SELECT r.id, r.unit_id AS "unitId", r.unit_name AS "unitName", r.year, r.state,
           r.submitted_at AS "submittedAt", ${sortKey} AS "sortKey"
         ${matching} AND ($7::text IS NULL OR (${sortKey}, r.id) > ($7, $8::uuid))
         ORDER BY ${sortKey}, r.id LIMIT $9`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ sortKey: key, id }) => ({ key, id }));
    const lines = items.map(({ sortKey: _key, submittedAt, ...line }) => ({
      ...line,
      submittedAt: submittedAt?.toISOString() ?? null,
    }));
    return { items: lines, nextCursor, total: count.total };
  }

  /** @throws Failure `reports.notFound`, also where the caller does not see the unit's reports */
  async find(reportId: string, caller: Caller): Promise<AnnualReport> {
    return toReport(await this.seen(this.database.manager, reportId, caller));
  }

  /** @throws Failure `reports.notFound` */
  async seen(manager: EntityManager, reportId: string, caller: Caller, lock = ''): Promise<ReportRow> {
    const [row] = await manager.query<ReportRow[]>(
      `SELECT ${reportColumns} FROM annual_reports r WHERE r.id = $1 ${lock}`,
      [reportId],
    );
    const sees =
      row && (mayOn(caller, 'reports.read', row.unitPath) || mayOn(caller, 'reports.write', row.unitPath));
    if (!sees) throw new Failure(reportErrors.notFound, { reportId });
    return row;
  }

  /**
   * A report that is to change: nobody else does until the transaction ends.
   * @param during the states in which this may be done
   * @throws Failure `reports.notFound`, `.changedMeanwhile`, `.notNow`, `.ownReport`, `common.notAllowed`
   */
  async hold(
    manager: EntityManager,
    { reportId, version }: { readonly reportId: string; readonly version: number },
    permission: Permission,
    during: readonly ReportState[],
    caller: Caller,
  ): Promise<ReportRow> {
    const row = await this.seen(manager, reportId, caller, 'FOR NO KEY UPDATE');
    if (!mayOn(caller, permission, row.unitPath)) throw new Failure(commonFailures.notAllowed);
    if (permission === 'reports.receive' && !receives(caller, row.unitPath)) {
      throw new Failure(reportErrors.ownReport, { reportId });
    }
    if (row.version !== version) throw new Failure(reportErrors.changedMeanwhile, { version: row.version });
    if (!during.includes(row.state)) throw new Failure(reportErrors.notNow, { state: row.state });
    return row;
  }
}

/** From a unit above; the topmost has none, and receives its own. */
function receives(caller: Caller, unitPath: readonly string[]): boolean {
  const above = unitPath.length > 1 ? unitPath.slice(0, -1) : unitPath;
  return grantsOf(caller, 'reports.receive').some(
    ({ unitId, subtree }) => above.includes(unitId) && (subtree || unitPath.length === 1),
  );
}
