import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { ExpectedItem } from '@diemcau/contracts/meetings/checks-test';
import { type ClosingCheck, closingErrors, closingItems } from '@diemcau/contracts/meetings/closing';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AskedDevicesService } from '../equipment/asked-devices.service.js';
import { closingSql, type ClosingRow, endOfMeeting, graceMs, toClosing } from './closing-row.js';

const mostMine = 100;
/** Before the announced end of a meeting that is still live. */
const soonMs = 30 * 60_000;

/** What operators have to look at before they switch off (HB-9.2f). */
@Injectable()
export class ClosingRowsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly devices: AskedDevicesService,
    private readonly clock: Clock,
  ) {}

  async mine(caller: Caller): Promise<ClosingCheck[]> {
    const now = this.clock.now();
    const { exactly, below } = scopeOf(caller, 'meetings.answer');
    const rows = await this.database.query<ClosingRow[]>(
      `${closingSql}
       WHERE c.at IS NULL AND ${withinScope('site', 3)} AND o.ends_at > $1::timestamptz - interval '30 days'
         AND (o.state IN ('ended', 'aborted', 'reported') AND ${endOfMeeting} >= $1
           OR o.state IN ('live', 'paused') AND o.ends_at <= $2)
       ORDER BY ${endOfMeeting}, o.id, site.name LIMIT ${mostMine}`,
      [new Date(now.getTime() - graceMs), new Date(now.getTime() + soonMs), exactly, below],
    );
    const views: ClosingCheck[] = [];
    for (const row of rows) views.push(await this.view(this.database.manager, row));
    return views;
  }

  /** @throws Failure `closing.notFound` also where the caller may not answer for the site */
  async row(
    manager: EntityManager,
    occurrenceId: string,
    siteId: string,
    caller: Caller,
  ): Promise<ClosingRow> {
    const [row] = await manager.query<ClosingRow[]>(
      `${closingSql} WHERE os.occurrence_id = $1 AND os.site_id = $2`,
      [occurrenceId, siteId],
    );
    if (!row || !mayOn(caller, 'meetings.answer', row.sitePath)) {
      throw new Failure(closingErrors.notFound, { occurrenceId, siteId });
    }
    return row;
  }

  async view(manager: EntityManager, row: ClosingRow): Promise<ClosingCheck> {
    return toClosing(row, await this.expected(manager, row), this.clock.now());
  }

  /** Of the room, then of each device that such a meeting needs. */
  async expected(manager: EntityManager, { siteId, kind }: ClosingRow): Promise<ExpectedItem[]> {
    return [
      ...closingItems.map((key) => ({ key, name: null, needed: true, serves: [] })),
      ...(await this.devices.at(manager, siteId, kind)),
    ];
  }
}
