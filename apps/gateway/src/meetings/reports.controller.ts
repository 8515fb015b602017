import type { Caller } from '@diemcau/contracts/core/caller';
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
  ReportsClient,
  ReturnReport,
  type ReportRollUp,
  ReportRollUpQuery,
} from '@diemcau/contracts/meetings/reports';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reading = mayDo('reports.read');
const writing = mayDo('reports.write');
const receiving = mayDo('reports.receive');

/** Year-end reports of units (HB-11.4, I31). */
@Controller()
export class ReportsController {
  constructor(private readonly reports: ReportsClient) {}

  @Route.get('annual-reports', Reports.list, reading, 'Báo cáo năm · Year-end reports')
  list(input: ReportQuery, caller: Caller): Promise<ReportPage> {
    return this.reports.list(input, caller);
  }

  @Route.post(
    'annual-reports',
    Reports.make,
    writing,
    'Lập báo cáo năm từ dữ liệu · Make a report from the data',
    { status: 201 },
  )
  make(input: MakeReport, caller: Caller): Promise<AnnualReport> {
    return this.reports.make(input, caller);
  }

  @Route.get('annual-reports/roll-up', Reports.rollUp, reading, 'Tổng hợp các báo cáo · Reports rolled up')
  rollUp(input: ReportRollUpQuery, caller: Caller): Promise<ReportRollUp> {
    return this.reports.rollUp(input, caller);
  }

  @Route.get('annual-reports/:reportId', Reports.find, reading, 'Một báo cáo · One report')
  find(input: ReportRef, caller: Caller): Promise<AnnualReport> {
    return this.reports.find(input, caller);
  }

  @Route.patch(
    'annual-reports/:reportId',
    Reports.complete,
    writing,
    'Hoàn thiện báo cáo · Complete a report',
  )
  complete(input: CompleteReport, caller: Caller): Promise<AnnualReport> {
    return this.reports.complete(input, caller);
  }

  @Route.get(
    'annual-reports/:reportId/recompute',
    Reports.recompute,
    reading,
    'Tính lại số liệu để đối chiếu · Count the figures anew',
  )
  recompute(input: ReportRef, caller: Caller): Promise<Recomputed> {
    return this.reports.recompute(input, caller);
  }

  @Route.post(
    'annual-reports/:reportId/recount',
    Reports.recount,
    writing,
    'Lấy lại số liệu · Gather the data anew',
  )
  recount(input: ReportAct, caller: Caller): Promise<AnnualReport> {
    return this.reports.recount(input, caller);
  }

  @Route.post('annual-reports/:reportId/submit', Reports.submit, writing, 'Nộp báo cáo · Submit')
  submit(input: ReportAct, caller: Caller): Promise<AnnualReport> {
    return this.reports.submit(input, caller);
  }

  @Route.post('annual-reports/:reportId/return', Reports.sendBack, receiving, 'Trả lại báo cáo · Return')
  sendBack(input: ReturnReport, caller: Caller): Promise<AnnualReport> {
    return this.reports.sendBack(input, caller);
  }

  @Route.post('annual-reports/:reportId/accept', Reports.accept, receiving, 'Tiếp nhận báo cáo · Accept')
  accept(input: ReportAct, caller: Caller): Promise<AnnualReport> {
    return this.reports.accept(input, caller);
  }

  @Route.post('annual-reports/:reportId/publish', Reports.publish, receiving, 'Công bố báo cáo · Publish')
  publish(input: ReportAct, caller: Caller): Promise<AnnualReport> {
    return this.reports.publish(input, caller);
  }
}
