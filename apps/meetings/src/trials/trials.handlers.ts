import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type ChangeTrial,
  type PlanTrial,
  type SubmitTrial,
  type TrialBoardQuery,
  type TrialQuery,
  type TrialRef,
  Trials,
  type TrialUnitRef,
} from '@diemcau/contracts/meetings/trials';
import { Handles } from '@diemcau/service/bus/handles';
import { Clock } from '@diemcau/service/time/clock';
import { Controller } from '@nestjs/common';
import { PlanningTrialsService } from './planning-trials.service.js';
import { toTrial } from './trial-row.js';
import { TrialsService } from './trials.service.js';
import { TryingOutService } from './trying-out.service.js';
import { WindowsService } from './windows.service.js';

@Controller()
export class TrialsHandlers implements Handlers<typeof Trials> {
  constructor(
    private readonly trials: TrialsService,
    private readonly planning: PlanningTrialsService,
    private readonly windows: WindowsService,
    private readonly tryingOut: TryingOutService,
    private readonly clock: Clock,
  ) {}

  @Handles(Trials.list) async list(input: TrialQuery, caller: Caller) {
    return this.trials.list(input, caller);
  }
  @Handles(Trials.plan) async plan(input: PlanTrial, caller: Caller) {
    return this.one(await this.planning.plan(input, caller), caller);
  }
  @Handles(Trials.change) async change(input: ChangeTrial, caller: Caller) {
    await this.planning.change(input, caller);
    return this.one(input.trialId, caller);
  }
  @Handles(Trials.board) async board(input: TrialBoardQuery, caller: Caller) {
    return this.trials.board(input, caller);
  }
  @Handles(Trials.open) async open({ trialId }: TrialRef, caller: Caller) {
    await this.windows.open(trialId, caller);
    return this.one(trialId, caller);
  }
  @Handles(Trials.close) async close({ trialId }: TrialRef, caller: Caller) {
    await this.windows.close(trialId, caller);
    return this.one(trialId, caller);
  }
  @Handles(Trials.remind) async remind({ trialId }: TrialRef, caller: Caller) {
    return this.windows.remind(trialId, this.clock.now(), caller);
  }
  @Handles(Trials.look) async look({ trialId, unitId }: TrialUnitRef, caller: Caller) {
    return this.tryingOut.look(trialId, unitId, caller);
  }
  @Handles(Trials.mirror) async mirror({ trialId, unitId }: TrialUnitRef, caller: Caller) {
    return this.tryingOut.mirror(trialId, unitId, caller);
  }
  @Handles(Trials.submit) async submit(input: SubmitTrial, caller: Caller) {
    return this.tryingOut.submit(input, caller);
  }

  private async one(trialId: string, caller: Caller) {
    return toTrial(await this.trials.visible(trialId, caller), caller);
  }
}
