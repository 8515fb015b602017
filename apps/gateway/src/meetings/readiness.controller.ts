import type { Caller } from '@diemcau/contracts/core/caller';
import {
  AnswerReadiness,
  type Checklist,
  ChecklistQuery,
  Readiness,
  ReadinessClient,
  type RollUp,
  RollUpQuery,
  SetChecklist,
  type SiteReadiness,
  WaiveReadiness,
} from '@diemcau/contracts/meetings/readiness';
import { SiteRef } from '@diemcau/contracts/meetings/sites';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const [read, write, configure] = [mayDo('sites.read'), mayDo('sites.write'), mayDo('sites.configure')];

/** What a site must have, with evidence (DA-1b, DA-1c, HB-6). */
@Controller()
export class ReadinessController {
  constructor(private readonly readiness: ReadinessClient) {}

  @Route.get('readiness', Readiness.rollUp, read, 'Mức sẵn sàng theo đơn vị · Readiness by unit')
  rollUp(input: RollUpQuery, caller: Caller): Promise<RollUp> {
    return this.readiness.rollUp(input, caller);
  }

  @Route.get('readiness/checklist', Readiness.checklist, read, 'Danh mục kiểm tra · The checklist')
  checklist(input: ChecklistQuery, caller: Caller): Promise<Checklist> {
    return this.readiness.checklist(input, caller);
  }

  @Route.put('readiness/checklist', Readiness.setChecklist, configure, 'Sửa danh mục · Change the checklist')
  setChecklist(input: SetChecklist, caller: Caller): Promise<Checklist> {
    return this.readiness.setChecklist(input, caller);
  }

  @Route.get('sites/:siteId/readiness', Readiness.of, read, 'Mức sẵn sàng của điểm cầu · Readiness of a site')
  of(input: SiteRef, caller: Caller): Promise<SiteReadiness> {
    return this.readiness.of(input, caller);
  }

  @Route.put('sites/:siteId/readiness/:key', Readiness.answer, write, 'Trả lời một mục · Answer an item')
  answer(input: AnswerReadiness, caller: Caller): Promise<SiteReadiness> {
    return this.readiness.answer(input, caller);
  }

  @Route.put(
    'sites/:siteId/readiness/:key/waiver',
    Readiness.waive,
    configure,
    'Miễn một mục · Waive an item',
  )
  waive(input: WaiveReadiness, caller: Caller): Promise<SiteReadiness> {
    return this.readiness.waive(input, caller);
  }
}
