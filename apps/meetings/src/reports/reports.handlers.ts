import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type AnnualReport,
  CompleteReport,
  MakeReport,
  type Recomputed,
  ReportAct,
  type ReportPage,
  ReportQuery,
  ReportRef,
  Reports,
  ReturnReport,
  type ReportRollUp,
  ReportRollUpQuery,
} from '@diemcau/contracts/meetings/reports';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { CountingService } from './counting.service.js';
import { ReceivingService } from './receiving.service.js';
import { ReportsService } from './reports.service.js';
import { RollUpService } from './roll-up.service.js';
import { ReportWritingService } from './writing.service.js';

@Controller()
export class ReportsHandlers implements Handlers<typeof Reports> {
  constructor(
    private readonly reports: ReportsService,
    private readonly writing: ReportWritingService,
    private readonly receiving: ReceivingService,
    private readonly counting: CountingService,
    private readonly rollingUp: RollUpService,
  ) {}

  @Handles(Reports.list) async list(input: ReportQuery, caller: Caller): Promise<ReportPage> {
    return this.reports.list(input, caller);
  }

  @Handles(Reports.find) async find({ reportId }: ReportRef, caller: Caller): Promise<AnnualReport> {
    return this.reports.find(reportId, caller);
  }

  @Handles(Reports.make) async make(input: MakeReport, caller: Caller): Promise<AnnualReport> {
    return this.writing.make(input, caller);
  }

  @Handles(Reports.complete) async complete(input: CompleteReport, caller: Caller): Promise<AnnualReport> {
    return this.writing.complete(input, caller);
  }

  @Handles(Reports.recount) async recount(input: ReportAct, caller: Caller): Promise<AnnualReport> {
    return this.writing.recount(input, caller);
  }

  @Handles(Reports.submit) async submit(input: ReportAct, caller: Caller): Promise<AnnualReport> {
    return this.receiving.submit(input, caller);
  }

  @Handles(Reports.sendBack) async sendBack(input: ReturnReport, caller: Caller): Promise<AnnualReport> {
    return this.receiving.sendBack(input, caller);
  }

  @Handles(Reports.accept) async accept(input: ReportAct, caller: Caller): Promise<AnnualReport> {
    return this.receiving.accept(input, caller);
  }

  @Handles(Reports.publish) async publish(input: ReportAct, caller: Caller): Promise<AnnualReport> {
    return this.receiving.publish(input, caller);
  }

  @Handles(Reports.recompute) async recompute({ reportId }: ReportRef, caller: Caller): Promise<Recomputed> {
    return this.counting.recompute(reportId, caller);
  }

  @Handles(Reports.rollUp) async rollUp(input: ReportRollUpQuery, caller: Caller): Promise<ReportRollUp> {
    return this.rollingUp.of(input, caller);
  }
}
