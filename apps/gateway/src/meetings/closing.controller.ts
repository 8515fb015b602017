import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import { SiteCheckRef } from '@diemcau/contracts/meetings/checks';
import {
  type ClosingCheck,
  ClosingChecks,
  ClosingChecksClient,
  type ClosingChecksOwed,
  SubmitClosing,
} from '@diemcau/contracts/meetings/closing';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const answering = mayDo('meetings.answer');

/** What operators look at before they switch off (HB-9.2f). */
@Controller()
export class ClosingController {
  constructor(private readonly closing: ClosingChecksClient) {}

  @Route.get(
    'closing/mine',
    ClosingChecks.mine,
    answering,
    'Việc sau phiên họp của tôi · Closing checklists I owe',
  )
  mine(input: Nothing, caller: Caller): Promise<ClosingChecksOwed> {
    return this.closing.mine(input, caller);
  }

  @Route.get(
    'occurrences/:occurrenceId/closing/:siteId',
    ClosingChecks.look,
    answering,
    'Danh mục kết thúc của điểm cầu · A site’s closing checklist',
  )
  look(input: SiteCheckRef, caller: Caller): Promise<ClosingCheck> {
    return this.closing.look(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/closing/:siteId',
    ClosingChecks.submit,
    answering,
    'Gửi kiểm tra sau phiên họp · Close a site after a meeting',
  )
  submit(input: SubmitClosing, caller: Caller): Promise<ClosingCheck> {
    return this.closing.submit(input, caller);
  }
}
