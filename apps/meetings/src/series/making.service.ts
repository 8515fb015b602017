import type { Caller } from '@diemcau/contracts/core/caller';
import { type MakeSeries, type Series } from '@diemcau/contracts/meetings/series';
import { defaultZone } from '@diemcau/contracts/meetings/vocabulary';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { checkTimes } from '../recurrence/check.js';
import { checkChoices } from './choice-check.js';
import { PlacesService } from './places.service.js';
import { holdDraftPlan } from './plan-lock.js';
import { withinPlan } from './plan-period.js';
import { SeriesService } from './series.service.js';
import { TemplateCheckService } from './template-check.service.js';
import { insertSeries, putChoices } from './writing.js';

/** New series: lines of a draft plan, or drafts that somebody else approves (I12). */
@Injectable()
export class MakingSeriesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly places: PlacesService,
    private readonly templates: TemplateCheckService,
    private readonly series: SeriesService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure as `checkTimes`, `checkChoices`, `TemplateCheckService.placed`, `holdDraftPlan`, `withinPlan`, `PlacesService.writing` */
  async make(input: MakeSeries, caller: Caller): Promise<Series> {
    const unit = await this.places.writing(input.unitId, caller);
    const wanted = { ...input, zone: input.zone ?? defaultZone, fromDay: null, untilDay: null };
    checkTimes(wanted);
    const template = await this.templates.placed(input, unit, caller);
    if (input.level !== undefined) await this.templates.checkLevel(input.level, unit.path, caller);
    const id = await this.database.transaction(async (manager) => {
      const held = await this.places.holding(manager, unit.id, caller);
      const times = withinPlan(wanted, await holdDraftPlan(manager, input.planId, unit.id));
      checkChoices(times, input.choices ?? []);
      const seriesId = await insertSeries(manager, {
        ...times,
        template,
        unit: held,
        level: input.level ?? held.type,
        state: 'draft',
        followsId: null,
        authorId: caller.kind === 'user' ? caller.userId : null,
      });
      await putChoices(manager, seriesId, input.choices ?? []);
      await this.audit.record(manager, caller, {
        action: 'series.make',
        unitId: unit.id,
        object: { kind: 'series', id: seriesId },
        after: { title: input.title, rule: input.rule, planId: input.planId },
      });
      return seriesId;
    });
    return this.series.find(id, caller);
  }
}
