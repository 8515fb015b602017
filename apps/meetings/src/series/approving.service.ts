import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { ApproveSeries, Series } from '@diemcau/contracts/meetings/series';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { planErrors } from '@diemcau/contracts/meetings/plans';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ActivatingSeriesService } from './activating.service.js';
import { SeriesService } from './series.service.js';

/** Series outside of plans begin when somebody else than their author says so (HB-7.2, I12). */
@Injectable()
export class ApprovingSeriesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly series: SeriesService,
    private readonly activating: ActivatingSeriesService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `plans.wrongState` for one of a plan, or that is no draft; `series.ownWork`, `series.changedMeanwhile` */
  async approve({ seriesId, version }: ApproveSeries, caller: Caller): Promise<Series> {
    await this.database.transaction(async (manager) => {
      const row = await this.series.hold(manager, caller, 'meetings.approve', seriesId, version);
      if (row.planId !== null || row.state !== 'draft') throw new Failure(planErrors.wrongState);
      const approver = caller.kind === 'user' ? caller.userId : null;
      if (approver === null || approver === row.authorId) throw new Failure(seriesErrors.ownWork);
      await this.activating.one(manager, seriesId, approver);
      await this.audit.record(manager, caller, {
        action: 'series.approve',
        unitId: row.unitId,
        object: { kind: 'series', id: seriesId },
        before: { state: 'draft' },
        after: { state: 'active', title: row.title },
      });
    });
    return this.series.find(seriesId, caller);
  }
}
