import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type CampaignPage,
  CampaignQuery,
  type CheckBoard,
  type CheckLink,
  type CheckPolicy,
  CheckPolicyRef,
  Checks,
  ChecksClient,
  type MissingChecks,
  OccurrenceChecksRef,
  SetCheckPolicy,
  SiteCheckRef,
} from '@diemcau/contracts/meetings/checks';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reading = mayDo('meetings.read');
const managing = mayDo('checks.manage');

/** Day-before checks as who organises a meeting sees them (HB-8.2). */
@Controller()
export class ChecksController {
  constructor(private readonly checks: ChecksClient) {}

  @Route.get('check-policies/:unitId', Checks.policy, reading, 'Lịch và danh mục kiểm tra · Check policy')
  policy(input: CheckPolicyRef, caller: Caller): Promise<CheckPolicy> {
    return this.checks.policy(input, caller);
  }

  @Route.put(
    'check-policies/:unitId',
    Checks.setPolicy,
    managing,
    'Đặt lịch và danh mục kiểm tra · Set the check policy',
  )
  setPolicy(input: SetCheckPolicy, caller: Caller): Promise<CheckPolicy> {
    return this.checks.setPolicy(input, caller);
  }

  @Route.delete(
    'check-policies/:unitId',
    Checks.resetPolicy,
    managing,
    'Trở về quy định chung · Back to the policy above',
  )
  resetPolicy(input: CheckPolicyRef, caller: Caller): Promise<CheckPolicy> {
    return this.checks.resetPolicy(input, caller);
  }

  @Route.get('checks', Checks.list, reading, 'Các cuộc họp sắp kiểm tra · Check board of meetings to come')
  list(input: CampaignQuery, caller: Caller): Promise<CampaignPage> {
    return this.checks.list(input, caller);
  }

  @Route.get('occurrences/:occurrenceId/checks', Checks.board, reading, 'Bảng kiểm tra · Check board')
  board(input: OccurrenceChecksRef, caller: Caller): Promise<CheckBoard> {
    return this.checks.board(input, caller);
  }

  @Route.get(
    'occurrences/:occurrenceId/checks/missing',
    Checks.missing,
    reading,
    'Điểm cầu chưa đạt · Sites without a passed check',
  )
  missing(input: OccurrenceChecksRef, caller: Caller): Promise<MissingChecks> {
    return this.checks.missing(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/checks/open',
    Checks.open,
    managing,
    'Mở đợt kiểm tra ngay · Open checking now',
  )
  open(input: OccurrenceChecksRef, caller: Caller): Promise<CheckBoard> {
    return this.checks.open(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/checks/close',
    Checks.close,
    managing,
    'Chốt đợt kiểm tra ngay · Close checking now',
  )
  close(input: OccurrenceChecksRef, caller: Caller): Promise<CheckBoard> {
    return this.checks.close(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/checks/:siteId/retest',
    Checks.retest,
    managing,
    'Yêu cầu kiểm tra lại · Ask for another try',
  )
  retest(input: SiteCheckRef, caller: Caller): Promise<CheckBoard> {
    return this.checks.retest(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/checks/:siteId/link',
    Checks.link,
    managing,
    'Liên kết kiểm tra không cần tài khoản · A signed check link',
  )
  link(input: SiteCheckRef, caller: Caller): Promise<CheckLink> {
    return this.checks.link(input, caller);
  }
}
