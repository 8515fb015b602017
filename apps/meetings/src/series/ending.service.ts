import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { EndSeries, Series } from '@diemcau/contracts/meetings/series';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { Audit } from '@diemcau/service/audit/audit';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { plusDays } from '../recurrence/days.js';
import { dayIn } from '../recurrence/zones.js';
import { MadeMeetingsService } from './made-meetings.service.js';
import { SeriesService } from './series.service.js';

/** The end of a series: drafts are removed, what was active has a last day. */
@Injectable()
export class EndingSeriesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly series: SeriesService,
    private readonly made: MadeMeetingsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Also of an approved plan: what is not held is known from what was approved. @throws Failure `series.ended` */
  async end({ seriesId, version, untilDay }: EndSeries, caller: Caller): Promise<Series> {
    await this.database.transaction(async (manager) => {
      const row = await this.series.hold(manager, caller, 'meetings.write', seriesId, version);
      if (row.state === 'ended') throw new Failure(seriesErrors.ended, { seriesId });
      // What was ended already does not go on for longer.
      const until = row.untilDay !== null && row.untilDay < untilDay ? row.untilDay : untilDay;
      const state = until < dayIn(row.zone, this.clock.now()) ? 'ended' : row.state;
      await manager.query(
        'UPDATE series SET until_day = $2, state = $3, version = version + 1 WHERE id = $1',
        [seriesId, until, state],
      );
      await this.made.align(manager, seriesId, plusDays(until, 1));
      await this.audit.record(manager, caller, {
        action: 'series.end',
        unitId: row.unitId,
        object: { kind: 'series', id: seriesId },
        before: { state: row.state, untilDay: row.untilDay },
        after: { state, untilDay: until },
      });
    });
    return this.series.find(seriesId, caller);
  }

  /** @throws Failure `series.notDraft`, `series.planNotDraft` while its plan is submitted */
  async remove(seriesId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const row = await this.series.hold(manager, caller, 'meetings.write', seriesId);
      if (row.state !== 'draft') throw new Failure(seriesErrors.notDraft, { seriesId });
      if (row.planState !== null && row.planState !== 'draft') {
        throw new Failure(seriesErrors.planNotDraft, { planId: row.planId });
      }
      await manager.query('UPDATE series SET follows_id = NULL WHERE follows_id = $1', [seriesId]);
      await manager.query('DELETE FROM series WHERE id = $1', [seriesId]);
      await this.audit.record(manager, caller, {
        action: 'series.remove',
        unitId: row.unitId,
        object: { kind: 'series', id: seriesId },
        before: { title: row.title, rule: row.rule, planId: row.planId },
      });
    });
  }
}
