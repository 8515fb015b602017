import type { Caller } from '@diemcau/contracts/core/caller';
import {
  AddCalendarDay,
  Calendar,
  CalendarClient,
  type CalendarDay,
  CalendarDayRef,
  type CalendarYear,
  CalendarYearQuery,
  ChangeCalendarDay,
  TakeCalendarYear,
} from '@diemcau/contracts/meetings/calendar';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const configuring = mayDo('meetings.configure');

/** HB-7.1: which days of a year are worked, by decision. */
@Controller()
export class CalendarController {
  constructor(private readonly calendar: CalendarClient) {}

  @Route.get(
    'working-calendar',
    Calendar.year,
    mayDo('meetings.read'),
    'Lịch làm việc của năm · The working calendar of a year',
  )
  year(input: CalendarYearQuery, caller: Caller): Promise<CalendarYear> {
    return this.calendar.year(input, caller);
  }

  @Route.post(
    'working-calendar/years',
    Calendar.take,
    configuring,
    'Nhận ngày lễ theo luật làm lịch của tỉnh · Take over the holidays of the law',
  )
  take(input: TakeCalendarYear, caller: Caller): Promise<CalendarYear> {
    return this.calendar.take(input, caller);
  }

  @Route.post(
    'working-calendar/days',
    Calendar.add,
    configuring,
    'Thêm ngày nghỉ, ngày làm bù · Add a day off or a day worked',
    { status: 201 },
  )
  add(input: AddCalendarDay, caller: Caller): Promise<CalendarDay> {
    return this.calendar.add(input, caller);
  }

  @Route.patch('working-calendar/days/:dayId', Calendar.change, configuring, 'Sửa một ngày · Change a day')
  change(input: ChangeCalendarDay, caller: Caller): Promise<CalendarDay> {
    return this.calendar.change(input, caller);
  }

  @Route.delete('working-calendar/days/:dayId', Calendar.remove, configuring, 'Bỏ một ngày · Remove a day')
  remove(input: CalendarDayRef, caller: Caller): Promise<void> {
    return this.calendar.remove(input, caller);
  }
}
