import type { Caller } from '@diemcau/contracts/core/caller';
import type { SeriesPreview } from '@diemcau/contracts/meetings/recurrence';
import type { PreviewSeries, SeriesDatesQuery } from '@diemcau/contracts/meetings/series';
import { defaultZone } from '@diemcau/contracts/meetings/vocabulary';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { checkTimes } from '../recurrence/check.js';
import type { Day } from '../recurrence/days.js';
import { dayIn } from '../recurrence/zones.js';
import { ConflictsService } from './conflicts.service.js';
import { NextDatesService } from './next-dates.service.js';
import { PlacesService } from './places.service.js';
import { SeriesService } from './series.service.js';

/** What a series would come to, before it is saved, and what it comes to after. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly next: NextDatesService,
    private readonly conflicts: ConflictsService,
    private readonly places: PlacesService,
    private readonly series: SeriesService,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure as `checkTimes`; `units.notFound`, `common.notAllowed` */
  async unsaved(input: PreviewSeries, caller: Caller): Promise<SeriesPreview> {
    const { path } = await this.places.writing(input.unitId, caller);
    const zone = input.zone ?? defaultZone;
    checkTimes({ ...input, zone });
    const provinceId = path[0] ?? input.unitId;
    const times = { ...input, zone, provinceId, fromDay: null, untilDay: null };
    const found = await this.next.next(
      times,
      this.begin(input.from, input.firstDay, zone),
      input.choices ?? [],
    );
    const { seriesId = null, roomId = null, siteIds = [] } = input;
    const needs = { seriesId, provinceId, roomId, siteIds };
    return { ...found, dates: await this.conflicts.with(needs, found.dates, caller) };
  }

  async saved({ seriesId, from }: SeriesDatesQuery, caller: Caller): Promise<SeriesPreview> {
    const row = await this.series.allowing(caller, 'meetings.read', seriesId);
    const first = row.fromDay ?? row.firstDay;
    const { choices } = await this.series.find(seriesId, caller);
    const found = await this.next.next(row, this.begin(from, first, row.zone), choices);
    const siteIds = row.template.sites.map(({ siteId }) => siteId);
    const needs = { seriesId, provinceId: row.provinceId, roomId: row.template.roomId, siteIds };
    return { ...found, dates: await this.conflicts.with(needs, found.dates, caller) };
  }

  /** Today where the meetings are, unless it is told or they begin later. */
  private begin(from: Day | undefined, first: Day, zone: string): Day {
    if (from !== undefined) return from;
    const today = dayIn(zone, this.clock.now());
    return first > today ? first : today;
  }
}
