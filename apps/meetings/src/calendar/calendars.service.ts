import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Day, plusDays } from '../recurrence/days.js';
import {
  calendarWith,
  furthestDays,
  type SpecialDay,
  type WorkingCalendar,
} from '../recurrence/working-calendar.js';
import { type Holiday, holidaysOf } from './holidays.js';

interface SpecialRow extends SpecialDay {
  readonly day: Day;
}

/** A few dozen years at most are ever asked for. */
const computed = new Map<number, readonly Holiday[]>();

function holidays(year: number): readonly Holiday[] {
  const before = computed.get(year);
  if (before) return before;
  const days = year < 2000 || year > 2199 ? [] : holidaysOf(year);
  computed.set(year, days);
  return days;
}

/** What a province works, for whoever plans by it. */
@Injectable()
export class CalendarsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /**
   * The days around a range too, as far as dates are shifted. Years that the province has not taken over have the holidays
   * of the law.
   */
  async of(
    provinceId: string,
    from: Day,
    to: Day,
    manager: EntityManager = this.database.manager,
  ): Promise<WorkingCalendar> {
    const [begin, end] = [plusDays(from, -2 * furthestDays), plusDays(to, 2 * furthestDays)];
    const [firstYear, lastYear] = [Number(begin.slice(0, 4)), Number(end.slice(0, 4))];
    const taken = await manager.query<{ year: number }[]>(
      'SELECT year FROM calendar_years WHERE province_id = $1 AND year BETWEEN $2 AND $3',
      [provinceId, firstYear, lastYear],
    );
    const own = await manager.query<SpecialRow[]>(
      `SELECT day::text, kind, name_vi AS "nameVi", name_en AS "nameEn" FROM calendar_days
       WHERE province_id = $1 AND day BETWEEN $2 AND $3`,
      [provinceId, begin, end],
    );
    const special = new Map<Day, SpecialDay>();
    for (let year = firstYear; year <= lastYear; year++) {
      if (taken.some((one) => one.year === year)) continue;
      for (const { day, ...names } of holidays(year)) special.set(day, { kind: 'off', ...names });
    }
    for (const { day, ...decided } of own) special.set(day, decided);
    return calendarWith(special);
  }
}
