import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  AnswerReadiness,
  type Checklist,
  ChecklistQuery,
  Readiness,
  type RollUp,
  RollUpQuery,
  SetChecklist,
  type SiteReadiness,
  WaiveReadiness,
} from '@diemcau/contracts/meetings/readiness';
import { SiteRef } from '@diemcau/contracts/meetings/sites';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ReadinessChangesService } from './changes.service.js';
import { ChecklistsService } from './checklists.service.js';
import { ReadinessReadingService } from './reading.service.js';
import { RollUpService } from './roll-up.service.js';

@Controller()
export class ReadinessHandlers implements Handlers<typeof Readiness> {
  constructor(
    private readonly reading: ReadinessReadingService,
    private readonly rollUps: RollUpService,
    private readonly checklists: ChecklistsService,
    private readonly changes: ReadinessChangesService,
  ) {}

  @Handles(Readiness.checklist) async checklist(input: ChecklistQuery, caller: Caller): Promise<Checklist> {
    return this.checklists.find(input, caller);
  }

  @Handles(Readiness.setChecklist) async setChecklist(
    input: SetChecklist,
    caller: Caller,
  ): Promise<Checklist> {
    return this.changes.setChecklist(input, caller);
  }

  @Handles(Readiness.of) async of({ siteId }: SiteRef, caller: Caller): Promise<SiteReadiness> {
    return this.reading.of(siteId, caller);
  }

  @Handles(Readiness.answer) async answer(input: AnswerReadiness, caller: Caller): Promise<SiteReadiness> {
    await this.changes.answer(input, caller);
    return this.reading.known(input.siteId);
  }

  @Handles(Readiness.waive) async waive(input: WaiveReadiness, caller: Caller): Promise<SiteReadiness> {
    await this.changes.waive(input, caller);
    return this.reading.known(input.siteId);
  }

  @Handles(Readiness.rollUp) async rollUp(input: RollUpQuery, caller: Caller): Promise<RollUp> {
    return this.rollUps.rollUp(input, caller);
  }
}
