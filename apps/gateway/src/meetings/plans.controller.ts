import type { Caller } from '@diemcau/contracts/core/caller';
import {
  ChangePlan,
  MakePlan,
  type Plan,
  type PlanPage,
  PlanQuery,
  PlanRef,
  Plans,
  PlansClient,
  PlanVersionRef,
  ReturnPlan,
} from '@diemcau/contracts/meetings/plans';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reading = mayDo('meetings.read');
const writing = mayDo('meetings.write');
const approving = mayDo('meetings.approve');

/** HB-7.1: plans of a year or a month, approved by somebody else than their author (I12). */
@Controller()
export class PlansController {
  constructor(private readonly plans: PlansClient) {}

  @Route.get('plans', Plans.list, reading, 'Các kế hoạch · Plans')
  list(input: PlanQuery, caller: Caller): Promise<PlanPage> {
    return this.plans.list(input, caller);
  }

  @Route.post('plans', Plans.make, writing, 'Lập kế hoạch · Make a plan', { status: 201 })
  make(input: MakePlan, caller: Caller): Promise<Plan> {
    return this.plans.make(input, caller);
  }

  @Route.get('plans/:planId', Plans.find, reading, 'Một kế hoạch · One plan')
  find(input: PlanRef, caller: Caller): Promise<Plan> {
    return this.plans.find(input, caller);
  }

  @Route.patch('plans/:planId', Plans.change, writing, 'Sửa tên kế hoạch · Rename a plan')
  change(input: ChangePlan, caller: Caller): Promise<Plan> {
    return this.plans.change(input, caller);
  }

  @Route.delete('plans/:planId', Plans.remove, writing, 'Xoá kế hoạch dự thảo · Remove a draft')
  remove(input: PlanRef, caller: Caller): Promise<void> {
    return this.plans.remove(input, caller);
  }

  @Route.post('plans/:planId/submit', Plans.submit, writing, 'Trình duyệt · Submit')
  submit(input: PlanVersionRef, caller: Caller): Promise<Plan> {
    return this.plans.submit(input, caller);
  }

  @Route.post('plans/:planId/approve', Plans.approve, approving, 'Duyệt kế hoạch · Approve')
  approve(input: PlanVersionRef, caller: Caller): Promise<Plan> {
    return this.plans.approve(input, caller);
  }

  @Route.post('plans/:planId/return', Plans.giveBack, approving, 'Trả lại kèm ý kiến · Return with a comment')
  giveBack(input: ReturnPlan, caller: Caller): Promise<Plan> {
    return this.plans.giveBack(input, caller);
  }

  @Route.post('plans/:planId/renew', Plans.renew, writing, 'Lập bản thay thế · Make a new version', {
    status: 201,
  })
  renew(input: PlanRef, caller: Caller): Promise<Plan> {
    return this.plans.renew(input, caller);
  }
}
