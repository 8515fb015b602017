import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type AddCalendarDay,
  type CalendarDay,
  calendarErrors,
  type ChangeCalendarDay,
} from '@diemcau/contracts/meetings/calendar';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { RealigningService } from '../scheduling/realigning.service.js';
import { type CalendarRow, dayColumns, toDto } from './calendar-row.js';
import { ProvincesService } from './provinces.service.js';
import { YearsService } from './years.service.js';

/** Days that are not as the law or their weekday says, each by a decision. */
@Injectable()
export class CalendarDaysService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly provinces: ProvincesService,
    private readonly years: YearsService,
    private readonly realigning: RealigningService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `calendar.dayTaken` when the day is listed already */
  async add({ provinceId: wanted, ...input }: AddCalendarDay, caller: Caller): Promise<CalendarDay> {
    const provinceId = await this.provinces.configuring(caller, wanted);
    const year = Number(input.day.slice(0, 4));
    if (year < 2000 || year > 2199)
      throw new Failure(commonFailures.invalid, {}, [{ path: 'day', code: 'isDay' }]);
    return this.database.transaction(async (manager) => {
      await this.years.takeOver(manager, provinceId, year, caller);
      const [added] = await manager.query<CalendarDay[]>(
        `INSERT INTO calendar_days (id, province_id, day, kind, name_vi, name_en, source, decision_number, decision_date)
         VALUES ($1, $2, $3, $4, $5, $6, 'decision', $7, $8) ON CONFLICT DO NOTHING RETURNING ${dayColumns}`,
        [
          randomUUID(),
          provinceId,
          input.day,
          input.kind,
          input.nameVi,
          input.nameEn,
          input.decisionNumber,
          input.decisionDate,
        ],
      );
      if (!added) throw new Failure(calendarErrors.dayTaken, { day: input.day });
      await this.note(manager, caller, 'calendar.addDay', provinceId, undefined, added);
      return added;
    });
  }

  /** A day of the law that is changed rests on a decision from then on. @throws Failure `calendar.changedMeanwhile` */
  async change({ dayId, version, ...to }: ChangeCalendarDay, caller: Caller): Promise<CalendarDay> {
    return this.database.transaction(async (manager) => {
      const { provinceId, ...before } = await this.held(manager, dayId, caller);
      if (before.version !== version)
        throw new Failure(calendarErrors.changedMeanwhile, { version: before.version });
      const after = { ...before, ...to };
      if (!after.decisionNumber || !after.decisionDate) {
        const path = after.decisionNumber ? 'decisionDate' : 'decisionNumber';
        throw new Failure(commonFailures.invalid, {}, [{ path, code: 'isDefined' }]);
      }
      const [[changed]] = await manager.query<[CalendarDay[], number]>(
        `UPDATE calendar_days SET kind = $2, name_vi = $3, name_en = $4, source = 'decision', decision_number = $5,
           decision_date = $6, version = version + 1
         WHERE id = $1 RETURNING ${dayColumns}`,
        [dayId, after.kind, after.nameVi, after.nameEn, after.decisionNumber, after.decisionDate],
      );
      if (!changed) throw new Failure(calendarErrors.notFound, { dayId });
      await this.note(manager, caller, 'calendar.changeDay', provinceId, before, changed);
      return changed;
    });
  }

  async remove(dayId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const before = await this.held(manager, dayId, caller);
      await manager.query('DELETE FROM calendar_days WHERE id = $1', [dayId]);
      await this.note(manager, caller, 'calendar.removeDay', before.provinceId, toDto(before), undefined);
    });
  }

  /** Until the transaction ends nobody else changes it. */
  private async held(manager: EntityManager, dayId: string, caller: Caller): Promise<CalendarRow> {
    const [row] = await manager.query<CalendarRow[]>(
      `SELECT ${dayColumns}, province_id AS "provinceId" FROM calendar_days WHERE id = $1 FOR UPDATE`,
      [dayId],
    );
    if (!row || !mayOn(caller, 'meetings.configure', [row.provinceId])) {
      throw new Failure(calendarErrors.notFound, { dayId });
    }
    return row;
  }

  /** Meetings that nobody was invited to yet follow. */
  private async note(
    manager: EntityManager,
    caller: Caller,
    action: string,
    unitId: string,
    before: CalendarDay | undefined,
    after: CalendarDay | undefined,
  ): Promise<void> {
    const id = (after ?? before)?.id ?? '';
    await this.realigning.ofProvince(manager, unitId);
    await this.audit.record(manager, caller, {
      action,
      unitId,
      object: { kind: 'calendarDay', id },
      ...(before && { before }),
      ...(after && { after }),
    });
  }
}
