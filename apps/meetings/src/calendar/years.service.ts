import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import type { CalendarDay, CalendarYear, CalendarYearQuery } from '@diemcau/contracts/meetings/calendar';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { dayColumns } from './calendar-row.js';
import { type Holiday, holidaysOf } from './holidays.js';
import { ProvincesService } from './provinces.service.js';

/** The calendar of a province, year by year. */
@Injectable()
export class YearsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly provinces: ProvincesService,
    private readonly audit: Audit,
  ) {}

  async year({ year, provinceId: wanted }: CalendarYearQuery, caller: Caller): Promise<CalendarYear> {
    const provinceId = await this.provinces.reading(caller, wanted);
    const { manager } = this.database;
    const taken = await isTaken(manager, provinceId, year);
    const days = taken ? await daysOf(manager, provinceId, year) : holidaysOf(year).map(proposed);
    return { provinceId, year, taken, changeable: mayOn(caller, 'meetings.configure', [provinceId]), days };
  }

  async take({ year, provinceId: wanted }: CalendarYearQuery, caller: Caller): Promise<CalendarYear> {
    const provinceId = await this.provinces.configuring(caller, wanted);
    await this.database.transaction((manager) => this.takeOver(manager, provinceId, year, caller));
    return this.year({ year, provinceId }, caller);
  }

  /** Until the transaction ends nobody else takes the year over. Of a year that is taken nothing changes. */
  async takeOver(manager: EntityManager, provinceId: string, year: number, caller: Caller): Promise<void> {
    const taken = await manager.query<object[]>(
      `INSERT INTO calendar_years (province_id, year, taken_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING year`,
      [provinceId, year, caller.kind === 'user' ? caller.userId : null],
    );
    if (taken.length === 0) return;
    const days = holidaysOf(year);
    await manager.query(
      `INSERT INTO calendar_days (id, province_id, day, kind, name_vi, name_en, source)
       SELECT id, $1, day, 'off', name_vi, name_en, 'law'
       FROM unnest($2::uuid[], $3::date[], $4::text[], $5::text[]) AS one (id, day, name_vi, name_en)`,
      [
        provinceId,
        days.map(() => randomUUID()),
        days.map(({ day }) => day),
        days.map(({ nameVi }) => nameVi),
        days.map(({ nameEn }) => nameEn),
      ],
    );
    await this.audit.record(manager, caller, {
      action: 'calendar.takeYear',
      unitId: provinceId,
      object: { kind: 'calendarYear', id: `${provinceId}/${year}` },
      after: { year, days: days.length },
    });
  }
}

async function isTaken(manager: EntityManager, provinceId: string, year: number): Promise<boolean> {
  const found = await manager.query<object[]>(
    'SELECT FROM calendar_years WHERE province_id = $1 AND year = $2',
    [provinceId, year],
  );
  return found.length > 0;
}

const daysOf = (manager: EntityManager, provinceId: string, year: number): Promise<CalendarDay[]> =>
  manager.query<CalendarDay[]>(
    `SELECT ${dayColumns} FROM calendar_days WHERE province_id = $1 AND year = $2 ORDER BY calendar_days.day`,
    [provinceId, year],
  );

const proposed = ({ day, nameVi, nameEn }: Holiday): CalendarDay => ({
  id: null,
  day,
  kind: 'off',
  nameVi,
  nameEn,
  source: 'law',
  decisionNumber: null,
  decisionDate: null,
  version: 0,
});
