import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  ChangePlan,
  MakePlan,
  type Plan,
  type PlanPage,
  PlanQuery,
  PlanRef,
  Plans,
  PlanVersionRef,
  ReturnPlan,
} from '@diemcau/contracts/meetings/plans';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { DecidingPlansService } from './deciding.service.js';
import { PlansService } from './plans.service.js';
import { RenewingPlansService } from './renewing.service.js';
import { WritingPlansService } from './writing.service.js';

@Controller()
export class PlansHandlers implements Handlers<typeof Plans> {
  constructor(
    private readonly plans: PlansService,
    private readonly writing: WritingPlansService,
    private readonly deciding: DecidingPlansService,
    private readonly renewing: RenewingPlansService,
  ) {}

  @Handles(Plans.list) async list(input: PlanQuery, caller: Caller): Promise<PlanPage> {
    return this.plans.list(input, caller);
  }

  @Handles(Plans.find) async find({ planId }: PlanRef, caller: Caller): Promise<Plan> {
    return this.plans.find(planId, caller);
  }

  @Handles(Plans.make) async make(input: MakePlan, caller: Caller): Promise<Plan> {
    return this.writing.make(input, caller);
  }

  @Handles(Plans.change) async change(input: ChangePlan, caller: Caller): Promise<Plan> {
    return this.writing.change(input, caller);
  }

  @Handles(Plans.remove) async remove({ planId }: PlanRef, caller: Caller): Promise<void> {
    await this.writing.remove(planId, caller);
  }

  @Handles(Plans.submit) async submit(input: PlanVersionRef, caller: Caller): Promise<Plan> {
    return this.writing.submit(input, caller);
  }

  @Handles(Plans.approve) async approve(input: PlanVersionRef, caller: Caller): Promise<Plan> {
    return this.deciding.approve(input, caller);
  }

  @Handles(Plans.giveBack) async giveBack(input: ReturnPlan, caller: Caller): Promise<Plan> {
    return this.deciding.giveBack(input, caller);
  }

  @Handles(Plans.renew) async renew({ planId }: PlanRef, caller: Caller): Promise<Plan> {
    return this.renewing.renew(planId, caller);
  }
}
