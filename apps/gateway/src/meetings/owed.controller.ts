import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  Owed,
  type OwedChecks,
  OwedClient,
  type OwedApprovals,
  type OwedCorrections,
  type OwedMaintenances,
  type OwedReports,
  type OwedReviews,
  type OwedSites,
  type OwedTrials,
} from '@diemcau/contracts/meetings/owed';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

/** What waits for the caller, as the page "Today" shows it. */
@Controller()
export class OwedController {
  constructor(private readonly owed: OwedClient) {}

  @Route.get(
    'owed/approvals',
    Owed.approvals,
    mayDo('meetings.approve'),
    'Kế hoạch và chuỗi họp chờ tôi duyệt · Plans and series that wait for my approval',
  )
  approvals(input: Nothing, caller: Caller): Promise<OwedApprovals> {
    return this.owed.approvals(input, caller);
  }

  @Route.get(
    'owed/corrections',
    Owed.corrections,
    mayDo('meetings.write'),
    'Kế hoạch bị trả lại cho tôi · Plans that were given back to me',
  )
  corrections(input: Nothing, caller: Caller): Promise<OwedCorrections> {
    return this.owed.corrections(input, caller);
  }

  @Route.get(
    'owed/checks',
    Owed.checks,
    mayDo('meetings.answer'),
    'Điểm cầu tôi còn phải kiểm tra · Sites I have still to check',
  )
  checks(input: Nothing, caller: Caller): Promise<OwedChecks> {
    return this.owed.checks(input, caller);
  }

  @Route.get(
    'owed/sites',
    Owed.sites,
    mayDo('meetings.write'),
    'Điểm cầu tạm ngừng trong phiên sắp tới · Suspended sites of coming meetings',
  )
  sites(input: Nothing, caller: Caller): Promise<OwedSites> {
    return this.owed.sites(input, caller);
  }

  @Route.get(
    'owed/maintenance',
    Owed.maintenance,
    mayDo('sites.write'),
    'Bảo trì điểm cầu của tôi · Maintenance owed at my sites',
  )
  maintenance(input: Nothing, caller: Caller): Promise<OwedMaintenances> {
    return this.owed.maintenance(input, caller);
  }

  @Route.get(
    'owed/trials',
    Owed.trials,
    mayDo('meetings.answer'),
    'Đợt chạy thử đơn vị tôi chưa đạt · Trials my units have still to pass',
  )
  trials(input: Nothing, caller: Caller): Promise<OwedTrials> {
    return this.owed.trials(input, caller);
  }

  @Route.get(
    'owed/reviews',
    Owed.reviews,
    mayDo('reports.write'),
    'Phiếu rà soát đơn vị tôi chưa nộp · Reviews my units have still to answer',
  )
  reviews(input: Nothing, caller: Caller): Promise<OwedReviews> {
    return this.owed.reviews(input, caller);
  }

  @Route.get(
    'owed/reports',
    Owed.reports,
    mayDo('reports.read'),
    'Báo cáo năm chờ tôi · Year-end reports that wait for me',
  )
  reports(input: Nothing, caller: Caller): Promise<OwedReports> {
    return this.owed.reports(input, caller);
  }
}
