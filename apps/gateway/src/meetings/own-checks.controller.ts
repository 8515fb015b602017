import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import { SiteCheckRef } from '@diemcau/contracts/meetings/checks';
import {
  CheckToken,
  LinkedChecks,
  LinkedChecksClient,
  type MirrorTicket,
  type OwnCheck,
  type OwnChecks,
  OwnSiteChecks,
  OwnSiteChecksClient,
  SubmitByLink,
  SubmitCheck,
} from '@diemcau/contracts/meetings/checks-own';
import { Controller } from '@nestjs/common';
import { entryToken, mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const answering = mayDo('meetings.answer');

/** A site's own check: signed in, or by `Authorization: Entry <signed link>` (HB-8.2). */
@Controller()
export class OwnChecksController {
  constructor(
    private readonly own: OwnSiteChecksClient,
    private readonly linked: LinkedChecksClient,
  ) {}

  @Route.get('checks/mine', OwnSiteChecks.mine, answering, 'Việc kiểm tra của tôi · Checks I owe')
  mine(input: Nothing, caller: Caller): Promise<OwnChecks> {
    return this.own.mine(input, caller);
  }

  @Route.get(
    'occurrences/:occurrenceId/checks/:siteId',
    OwnSiteChecks.look,
    answering,
    'Lượt kiểm tra của điểm cầu · A site’s check',
  )
  look(input: SiteCheckRef, caller: Caller): Promise<OwnCheck> {
    return this.own.look(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/checks/:siteId/begin',
    OwnSiteChecks.begin,
    answering,
    'Bắt đầu kiểm tra · Begin a try',
  )
  begin(input: SiteCheckRef, caller: Caller): Promise<OwnCheck> {
    return this.own.begin(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/checks/:siteId/mirror',
    OwnSiteChecks.mirror,
    answering,
    'Vé đo âm thanh, hình ảnh · A ticket to measure sound and picture',
  )
  mirror(input: SiteCheckRef, caller: Caller): Promise<MirrorTicket> {
    return this.own.mirror(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/checks/:siteId/result',
    OwnSiteChecks.submit,
    answering,
    'Gửi kết quả kiểm tra · Send what was found',
  )
  submit(input: SubmitCheck, caller: Caller): Promise<OwnCheck> {
    return this.own.submit(input, caller);
  }

  @Route.get('check-link', LinkedChecks.look, entryToken, 'Lượt kiểm tra của liên kết · The check of a link')
  lookByLink(input: CheckToken, caller: Caller): Promise<OwnCheck> {
    return this.linked.look(input, caller);
  }

  @Route.post('check-link/begin', LinkedChecks.begin, entryToken, 'Bắt đầu kiểm tra · Begin a try', {
    limit: 'knock',
  })
  beginByLink(input: CheckToken, caller: Caller): Promise<OwnCheck> {
    return this.linked.begin(input, caller);
  }

  @Route.post(
    'check-link/mirror',
    LinkedChecks.mirror,
    entryToken,
    'Vé đo âm thanh, hình ảnh · A ticket to measure sound and picture',
    { limit: 'knock' },
  )
  mirrorByLink(input: CheckToken, caller: Caller): Promise<MirrorTicket> {
    return this.linked.mirror(input, caller);
  }

  @Route.post('check-link/result', LinkedChecks.submit, entryToken, 'Gửi kết quả · Send what was found', {
    limit: 'knock',
  })
  submitByLink(input: SubmitByLink, caller: Caller): Promise<OwnCheck> {
    return this.linked.submit(input, caller);
  }
}
