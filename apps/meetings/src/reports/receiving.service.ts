import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import {
  type AnnualReport,
  type ReportAct,
  reportErrors,
  type ReportState,
  type ReturnReport,
} from '@diemcau/contracts/meetings/reports';
import { Audit } from '@diemcau/service/audit/audit';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { ReportRow } from './report-row.js';
import { ReportsService } from './reports.service.js';

interface Step {
  readonly action: string;
  readonly permission: Permission;
  readonly during: readonly ReportState[];
  readonly to: ReportState;
  /** When it happened is kept here. */
  readonly stamp: 'submitted_at' | 'accepted_at' | 'published_at' | null;
}

const steps = {
  submit: {
    action: 'reports.submit',
    permission: 'reports.write',
    during: ['draft', 'returned'],
    to: 'submitted',
    stamp: 'submitted_at',
  },
  sendBack: {
    action: 'reports.return',
    permission: 'reports.receive',
    during: ['submitted'],
    to: 'returned',
    stamp: null,
  },
  accept: {
    action: 'reports.accept',
    permission: 'reports.receive',
    during: ['submitted'],
    to: 'accepted',
    stamp: 'accepted_at',
  },
  publish: {
    action: 'reports.publish',
    permission: 'reports.receive',
    during: ['accepted'],
    to: 'published',
    stamp: 'published_at',
  },
} as const satisfies Record<string, Step>;

/** `draft → submitted → returned | accepted → published`: who sends a report on, and where to. */
@Injectable()
export class ReceivingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly reports: ReportsService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `reports.wordsMissing`, `reports.*` */
  async submit(act: ReportAct, caller: Caller): Promise<AnnualReport> {
    return this.go(steps.submit, act, caller, null, ({ words }) => {
      if (words.assessment === '') throw new Failure(reportErrors.wordsMissing);
    });
  }

  /** @throws Failure `reports.*` */
  async sendBack({ reason, ...act }: ReturnReport, caller: Caller): Promise<AnnualReport> {
    return this.go(steps.sendBack, act, caller, reason);
  }

  /** @throws Failure `reports.*` */
  async accept(act: ReportAct, caller: Caller): Promise<AnnualReport> {
    return this.go(steps.accept, act, caller, null);
  }

  /** @throws Failure `reports.*` */
  async publish(act: ReportAct, caller: Caller): Promise<AnnualReport> {
    return this.go(steps.publish, act, caller, null);
  }

  private async go(
    { action, permission, during, to, stamp }: Step,
    act: ReportAct,
    caller: Caller,
    reason: string | null,
    check?: (row: ReportRow) => void,
  ): Promise<AnnualReport> {
    await this.database.transaction(async (manager) => {
      const row = await this.reports.hold(manager, act, permission, during, caller);
      check?.(row);
      const values = [act.reportId, to, reason];
      await manager.query(
        `UPDATE annual_reports SET state = $2, return_reason = $3, version = version + 1
           ${stamp ? `, ${stamp} = $4` : ''} WHERE id = $1`,
        stamp ? [...values, this.clock.now()] : values,
      );
      await this.audit.record(manager, caller, {
        action,
        unitId: row.unitId,
        object: { kind: 'annualReport', id: act.reportId },
        before: { state: row.state },
        after: { state: to, ...(reason !== null && { reason }) },
      });
    });
    return this.reports.find(act.reportId, caller);
  }
}
