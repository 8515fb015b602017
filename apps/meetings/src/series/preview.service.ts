import type { Caller } from '@diemcau/contracts/core/caller';
import type { SeriesPreview } from '@diemcau/contracts/meetings/recurrence';
import type { PreviewSeries, SeriesDatesQuery } from '@diemcau/contracts/meetings/series';
import { defaultZone } from '@diemcau/contracts/meetings/vocabulary';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { checkTimes } from '../recurrence/check.js';
import { ConflictsService } from './conflicts.service.js';
import { NextDatesService } from './next-dates.service.js';
import { PlacesService } from './places.service.js';
import { planOf } from './plan-lock.js';
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

  /** @throws Failure as `checkTimes`; `units.notFound`, `common.notAllowed`, `series.notFound`; as `planOf` */
  async unsaved(input: PreviewSeries, caller: Caller): Promise<SeriesPreview> {
    const { seriesId = null, roomId = null, siteIds = [] } = input;
    const { path } = await this.places.writing(input.unitId, caller);
    const zone = input.zone ?? defaultZone;
    checkTimes({ ...input, zone });
    const planId = await this.planOf(input, caller);
    const provinceId = path[0] ?? input.unitId;
    const times = { ...input, zone, provinceId, fromDay: null, untilDay: null };
    const found = await this.next.next(times, input.from, input.choices ?? []);
    const needs = { seriesId, planId, provinceId, roomId, siteIds };
    return { ...found, dates: await this.conflicts.with(needs, found.dates, caller) };
  }

  async saved({ seriesId, from }: SeriesDatesQuery, caller: Caller): Promise<SeriesPreview> {
    const row = await this.series.allowing(caller, 'meetings.read', seriesId);
    const { choices } = await this.series.find(seriesId, caller);
    const found = await this.next.next(row, from, choices);
    const siteIds = row.template.sites.map(({ siteId }) => siteId);
    const { planId, provinceId } = row;
    const needs = { seriesId, planId, provinceId, roomId: row.template.roomId, siteIds };
    return { ...found, dates: await this.conflicts.with(needs, found.dates, caller) };
  }

  /** Of what is saved its own, whatever is asked. */
  private async planOf(
    { seriesId = null, planId = null, unitId }: PreviewSeries,
    caller: Caller,
  ): Promise<string | null> {
    if (seriesId !== null) return (await this.series.allowing(caller, 'meetings.read', seriesId)).planId;
    await planOf(this.database.manager, planId, unitId);
    return planId;
  }
}
