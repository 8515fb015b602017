import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type AnnualReport,
  type CompleteReport,
  type MakeReport,
  type ReportAct,
  reportErrors,
} from '@diemcau/contracts/meetings/reports';
import { Audit } from '@diemcau/service/audit/audit';
import { Clock } from '@diemcau/service/time/clock';
import { dayOf } from '@diemcau/service/time/vietnam-day';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { CountingService } from './counting.service.js';
import { emptyWords } from './report-row.js';
import { ReportsService } from './reports.service.js';

/** Units make, complete and recount their reports (HB-11.4). */
@Injectable()
export class ReportWritingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly reports: ReportsService,
    private readonly counting: CountingService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Made twice it is the same report (I31).
   * @throws Failure `units.notFound`, `reports.notOver`
   */
  async make({ unitId, year }: MakeReport, caller: Caller): Promise<AnnualReport> {
    const { unit, parentName } = await this.counting.place(unitId, caller);
    if (`${year}-01-01` > dayOf(this.clock.now())) throw new Failure(reportErrors.notOver, { year });
    const id = await this.database.transaction(async (manager) => {
      const counted = await this.counting.count(manager, unitId, year);
      const [made] = await manager.query<{ id: string }[]>(
        `INSERT INTO annual_reports (id, unit_id, unit_path, unit_name, parent_name, year, words, figures, source,
           source_hash, counted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (unit_id, year) DO NOTHING RETURNING id`,
        [
          randomUUID(),
          unitId,
          unit.path,
          unit.name,
          parentName,
          year,
          JSON.stringify(emptyWords),
          JSON.stringify(counted.figures),
          JSON.stringify(counted.source),
          counted.hash,
          counted.at,
        ],
      );
      if (made) {
        const object = { kind: 'annualReport', id: made.id };
        await this.audit.record(manager, caller, { action: 'reports.make', unitId, object, after: { year } });
        return made.id;
      }
      const [there] = await manager.query<{ id: string }[]>(
        'SELECT id FROM annual_reports WHERE unit_id = $1 AND year = $2',
        [unitId, year],
      );
      return there?.id ?? '';
    });
    return this.reports.find(id, caller);
  }

  /** @throws Failure `reports.*` */
  async complete({ reportId, version, ...given }: CompleteReport, caller: Caller): Promise<AnnualReport> {
    await this.database.transaction(async (manager) => {
      const act = { reportId, version };
      const row = await this.reports.hold(manager, act, 'reports.write', ['draft', 'returned'], caller);
      const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      await manager.query('UPDATE annual_reports SET words = $2, version = version + 1 WHERE id = $1', [
        reportId,
        JSON.stringify({ ...row.words, ...stated }),
      ]);
      await this.audit.record(manager, caller, {
        action: 'reports.complete',
        unitId: row.unitId,
        object: { kind: 'annualReport', id: reportId },
        after: { fields: Object.keys(stated) },
      });
    });
    return this.reports.find(reportId, caller);
  }

  /** @throws Failure `reports.*` */
  async recount(act: ReportAct, caller: Caller): Promise<AnnualReport> {
    await this.database.transaction(async (manager) => {
      const row = await this.reports.hold(manager, act, 'reports.write', ['draft', 'returned'], caller);
      const { figures, source, hash, at } = await this.counting.count(manager, row.unitId, row.year);
      await manager.query(
        `UPDATE annual_reports SET figures = $2, source = $3, source_hash = $4, counted_at = $5, version = version + 1
         WHERE id = $1`,
        [act.reportId, JSON.stringify(figures), JSON.stringify(source), hash, at],
      );
      await this.audit.record(manager, caller, {
        action: 'reports.recount',
        unitId: row.unitId,
        object: { kind: 'annualReport', id: act.reportId },
        before: { sourceHash: row.sourceHash },
        after: { sourceHash: hash },
      });
    });
    return this.reports.find(act.reportId, caller);
  }
}
