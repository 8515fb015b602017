import type { Caller } from '@diemcau/contracts/core/caller';
import type { SeriesPreview } from '@diemcau/contracts/meetings/recurrence';
import type { PreviewSeries, SeriesDatesQuery } from '@diemcau/contracts/meetings/series';
import { defaultZone } from '@diemcau/contracts/meetings/vocabulary';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { checkTimes } from '../recurrence/check.js';
import type { Day } from '../recurrence/days.js';
import { ConflictsService } from './conflicts.service.js';
import { NextDatesService } from './next-dates.service.js';
import { PlacesService } from './places.service.js';
import { periodOf, planOf } from './plan-lock.js';
import { type PlanPeriod, withinPlan } from './plan-period.js';
import type { SeriesRow } from './series-row.js';
import { SeriesService } from './series.service.js';

/** What a series would come to, before it is saved, and what it comes to after. */
@Injectable()
export class PreviewService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly next: NextDatesService,
    private readonly conflicts: ConflictsService,
    private readonly places: PlacesService,
    private readonly series: SeriesService,
  ) {}

  /** @throws Failure as `checkTimes`, `withinPlan`, `planOf`; `units.notFound`, `common.notAllowed`, `series.notFound` */
  async unsaved(input: PreviewSeries, caller: Caller): Promise<SeriesPreview> {
    const { seriesId = null, roomId = null, siteIds = [] } = input;
    const { path } = await this.places.writing(input.unitId, caller);
    const zone = input.zone ?? defaultZone;
    checkTimes({ ...input, zone });
    const { planId, period, ...days } = await this.standing(input, caller);
    const provinceId = path[0] ?? input.unitId;
    const times = withinPlan({ ...input, ...days, zone, provinceId }, period);
    const found = await this.next.next(times, input.from, input.choices ?? []);
    const needs = { seriesId, planId, provinceId, roomId, siteIds };
    return { ...found, dates: await this.conflicts.with(needs, found.dates, caller) };
  }

  async saved({ seriesId, from }: SeriesDatesQuery, caller: Caller): Promise<SeriesPreview> {
    const row = await this.series.allowing(caller, 'meetings.read', seriesId);
    const { choices } = await this.series.find(seriesId, caller);
    const found = await this.next.next(withinPlan(row, await this.period(row)), from, choices);
    const siteIds = row.template.sites.map(({ siteId }) => siteId);
    const { planId, provinceId } = row;
    const needs = { seriesId, planId, provinceId, roomId: row.template.roomId, siteIds };
    return { ...found, dates: await this.conflicts.with(needs, found.dates, caller) };
  }

  /** Its plan, and between which days it is: of what is saved as it is, whatever is asked. */
  private async standing(
    { seriesId = null, planId = null, unitId }: PreviewSeries,
    caller: Caller,
  ): Promise<Standing> {
    if (seriesId === null) {
      const period = await planOf(this.database.manager, planId, unitId);
      return { planId, period, fromDay: null, untilDay: null };
    }
    const row = await this.series.allowing(caller, 'meetings.read', seriesId);
    const { fromDay, untilDay } = row;
    return { planId: row.planId, period: await this.period(row), fromDay, untilDay };
  }

  /** That bounds it once its plan is approved; one that is approved already has done so. */
  private async period({ planId, planState }: SeriesRow): Promise<PlanPeriod | null> {
    if (planId === null || planState === 'approved' || planState === 'superseded') return null;
    return periodOf(this.database.manager, planId);
  }
}

interface Standing {
  readonly planId: string | null;
  readonly period: PlanPeriod | null;
  readonly fromDay: Day | null;
  readonly untilDay: Day | null;
}
