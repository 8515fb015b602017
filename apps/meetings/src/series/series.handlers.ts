import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type MissedDates,
  MissedDatesQuery,
  type WaitingDates,
  WaitingDatesQuery,
} from '@diemcau/contracts/meetings/open-dates';
import type { SeriesPreview } from '@diemcau/contracts/meetings/recurrence';
import {
  PreviewSeries,
  type Series,
  SeriesContract,
  SeriesDatesQuery,
  type SeriesPage,
  SeriesQuery,
  SeriesRef,
} from '@diemcau/contracts/meetings/series';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { MissedDatesService } from './missed-dates.service.js';
import { PreviewService } from './preview.service.js';
import { SeriesService } from './series.service.js';
import { WaitingDatesService } from './waiting-dates.service.js';

@Controller()
export class SeriesHandlers implements Handlers<typeof SeriesContract> {
  constructor(
    private readonly series: SeriesService,
    private readonly previews: PreviewService,
    private readonly missedDates: MissedDatesService,
    private readonly waitingDates: WaitingDatesService,
  ) {}

  @Handles(SeriesContract.list) async list(input: SeriesQuery, caller: Caller): Promise<SeriesPage> {
    return this.series.list(input, caller);
  }

  @Handles(SeriesContract.find) async find({ seriesId }: SeriesRef, caller: Caller): Promise<Series> {
    return this.series.find(seriesId, caller);
  }

  @Handles(SeriesContract.preview) async preview(
    input: PreviewSeries,
    caller: Caller,
  ): Promise<SeriesPreview> {
    return this.previews.unsaved(input, caller);
  }

  @Handles(SeriesContract.dates) async dates(
    input: SeriesDatesQuery,
    caller: Caller,
  ): Promise<SeriesPreview> {
    return this.previews.saved(input, caller);
  }

  @Handles(SeriesContract.missed) async missed(
    input: MissedDatesQuery,
    caller: Caller,
  ): Promise<MissedDates> {
    return this.missedDates.list(input, caller);
  }

  @Handles(SeriesContract.waiting) async waiting(
    input: WaitingDatesQuery,
    caller: Caller,
  ): Promise<WaitingDates> {
    return this.waitingDates.list(input, caller);
  }
}
