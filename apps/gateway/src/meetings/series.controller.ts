import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type MissedDates,
  MissedDatesQuery,
  type WaitingDates,
  WaitingDatesQuery,
} from '@diemcau/contracts/meetings/open-dates';
import type { SeriesPreview } from '@diemcau/contracts/meetings/recurrence';
import {
  ApproveSeries,
  ChangeSeries,
  EndSeries,
  MakeSeries,
  PreviewSeries,
  type Series,
  SeriesChanges,
  SeriesChangesClient,
  SeriesClient,
  SeriesContract,
  SeriesDateRef,
  SeriesDatesQuery,
  type SeriesPage,
  SeriesQuery,
  SeriesRef,
  SetDateChoice,
} from '@diemcau/contracts/meetings/series';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reading = mayDo('meetings.read');
const writing = mayDo('meetings.write');

/** HB-7.1: recurring meetings, in wall time and zone. */
@Controller()
export class SeriesController {
  constructor(
    private readonly series: SeriesClient,
    private readonly changes: SeriesChangesClient,
  ) {}

  @Route.get('series', SeriesContract.list, reading, 'Các chuỗi họp · Series')
  list(input: SeriesQuery, caller: Caller): Promise<SeriesPage> {
    return this.series.list(input, caller);
  }

  @Route.post('series', SeriesChanges.make, writing, 'Lập chuỗi họp · Make a series', { status: 201 })
  make(input: MakeSeries, caller: Caller): Promise<Series> {
    return this.changes.make(input, caller);
  }

  @Route.post(
    'series/preview',
    SeriesContract.preview,
    writing,
    'Xem trước 24 ngày, lý do và chỗ trùng · The next 24 dates with reasons and conflicts',
    { limit: 'read' },
  )
  preview(input: PreviewSeries, caller: Caller): Promise<SeriesPreview> {
    return this.series.preview(input, caller);
  }

  @Route.get('series/:seriesId', SeriesContract.find, reading, 'Một chuỗi họp · One series')
  find(input: SeriesRef, caller: Caller): Promise<Series> {
    return this.series.find(input, caller);
  }

  @Route.patch(
    'series/:seriesId',
    SeriesChanges.change,
    writing,
    'Sửa từ một ngày trở đi hoặc tất cả · Change this and following, or all',
  )
  change(input: ChangeSeries, caller: Caller): Promise<Series> {
    return this.changes.change(input, caller);
  }

  @Route.delete('series/:seriesId', SeriesChanges.remove, writing, 'Xoá chuỗi dự thảo · Remove a draft')
  remove(input: SeriesRef, caller: Caller): Promise<void> {
    return this.changes.remove(input, caller);
  }

  @Route.post(
    'series/:seriesId/approve',
    SeriesChanges.approve,
    mayDo('meetings.approve'),
    'Duyệt chuỗi họp ngoài kế hoạch · Approve a series outside of plans',
  )
  approve(input: ApproveSeries, caller: Caller): Promise<Series> {
    return this.changes.approve(input, caller);
  }

  @Route.post('series/:seriesId/end', SeriesChanges.end, writing, 'Kết thúc chuỗi họp · End a series')
  end(input: EndSeries, caller: Caller): Promise<Series> {
    return this.changes.end(input, caller);
  }

  @Route.get('series/:seriesId/dates', SeriesContract.dates, reading, 'Các ngày tới · The coming dates')
  dates(input: SeriesDatesQuery, caller: Caller): Promise<SeriesPreview> {
    return this.series.dates(input, caller);
  }

  @Route.get(
    'missed-dates',
    SeriesContract.missed,
    reading,
    'Các ngày họp bị lỡ, chờ quyết định · Dates that were missed and wait for a decision',
  )
  missed(input: MissedDatesQuery, caller: Caller): Promise<MissedDates> {
    return this.series.missed(input, caller);
  }

  @Route.get(
    'waiting-dates',
    SeriesContract.waiting,
    writing,
    'Các ngày họp chờ quyết định · Dates that wait for a decision',
  )
  waiting(input: WaitingDatesQuery, caller: Caller): Promise<WaitingDates> {
    return this.series.waiting(input, caller);
  }

  @Route.put(
    'series/:seriesId/dates/:nominal',
    SeriesChanges.choose,
    writing,
    'Dời, bỏ hoặc chờ quyết định một ngày · Move, skip or leave open one date',
  )
  choose(input: SetDateChoice, caller: Caller): Promise<Series> {
    return this.changes.choose(input, caller);
  }

  @Route.delete(
    'series/:seriesId/dates/:nominal',
    SeriesChanges.unchoose,
    writing,
    'Bỏ lựa chọn riêng của một ngày · Take a choice back',
  )
  unchoose(input: SeriesDateRef, caller: Caller): Promise<Series> {
    return this.changes.unchoose(input, caller);
  }
}
