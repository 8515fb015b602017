import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  AddCalendarDay,
  Calendar,
  type CalendarDay,
  CalendarDayRef,
  type CalendarYear,
  CalendarYearQuery,
  ChangeCalendarDay,
  TakeCalendarYear,
} from '@diemcau/contracts/meetings/calendar';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { CalendarDaysService } from './calendar-days.service.js';
import { YearsService } from './years.service.js';

@Controller()
export class CalendarHandlers implements Handlers<typeof Calendar> {
  constructor(
    private readonly years: YearsService,
    private readonly days: CalendarDaysService,
  ) {}

  @Handles(Calendar.year) async year(input: CalendarYearQuery, caller: Caller): Promise<CalendarYear> {
    return this.years.year(input, caller);
  }

  @Handles(Calendar.take) async take(input: TakeCalendarYear, caller: Caller): Promise<CalendarYear> {
    return this.years.take(input, caller);
  }

  @Handles(Calendar.add) async add(input: AddCalendarDay, caller: Caller): Promise<CalendarDay> {
    return this.days.add(input, caller);
  }

  @Handles(Calendar.change) async change(input: ChangeCalendarDay, caller: Caller): Promise<CalendarDay> {
    return this.days.change(input, caller);
  }

  @Handles(Calendar.remove) async remove({ dayId }: CalendarDayRef, caller: Caller): Promise<void> {
    await this.days.remove(dayId, caller);
  }
}
