import type { PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { MakingService } from '../occurrences/making.service.js';
import { jobNames } from '../job-names.js';
import { SeriesDatesService } from '../series/dates.service.js';
import { MakingLockService } from './making-lock.service.js';
import {
  alike,
  type Behind,
  broughtForward,
  firstToMake,
  holdBehind,
  holdSitesOf,
  someBehind,
} from './behind.js';
import { missUndecided, noteMissed, noteWaiting, type Timed, timedOf, undecidedOf } from './open-dates.js';

/** Series made in one transaction: few enough that nobody waits long for a site, many enough that commits do not count. */
const together = 25;
const atOnce = 2000;

/**
 * Keeps 90 days of meetings made (HB-7.1, SYS-4). Runs on every replica; whoever finds a series behind holds its row, and
 * the unique (series, nominal date) decides (I11). After a standstill it makes what it would have made before.
 */
@Injectable()
export class MakingJob {
  private readonly log = new Logger(MakingJob.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly dates: SeriesDatesService,
    private readonly making: MakingService,
    private readonly lock: MakingLockService,
    private readonly jobs: Jobs,
  ) {
    jobs.every(jobNames.make, '* * * * *', () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.database.query(missUndecided, [now]);
    const failed: string[] = [];
    for (let rounds = 0; ; rounds += 1) {
      const rows = await this.database.query<{ id: string }[]>(someBehind, [now, atOnce, failed]);
      if (rows.length === 0) {
        // Not after each round: inviting would take the database's time from the making of the next.
        if (rounds > 0) this.jobs.soon(jobNames.invite);
        return;
      }
      const ids = rows.map(({ id }) => id);
      // While one waits for the database, the other works out dates: from both ends, as neighbours want the same sites.
      const lanes = [
        this.makeFrom(() => ids.splice(0, together), now),
        this.makeFrom(() => ids.splice(-together), now),
      ];
      failed.push(...(await Promise.all(lanes)).flat());
    }
  }

  /** @param next the next series, none in the end. @returns those that failed */
  private async makeFrom(next: () => string[], now: Date): Promise<string[]> {
    const failed: string[] = [];
    for (let ids = next(); ids.length > 0; ids = next()) failed.push(...(await this.make(ids, now)));
    return failed;
  }

  /** One that fails is tried alone, so that it holds up nobody else. @returns those that failed */
  private async make(ids: readonly string[], now: Date): Promise<string[]> {
    try {
      await this.database.transaction((manager) => this.makeTogether(manager, ids, now));
      return [];
    } catch (error) {
      const [first, ...others] = ids;
      if (first !== undefined && others.length === 0) {
        this.log.error({ seriesId: first, err: error }, 'meetings of a series could not be made');
        return [first];
      }
      const failed: string[] = [];
      for (const id of ids) failed.push(...(await this.make([id], now)));
      return failed;
    }
  }

  private async makeTogether(manager: EntityManager, ids: readonly string[], now: Date): Promise<void> {
    await this.lock.hold(manager);
    const behind = await manager.query<Behind[]>(holdBehind(this.dates.columns), [now, ids]);
    await manager.query(holdSitesOf, [behind.map(({ id }) => id)]);
    // Most series were made to the same day, and to the same day they are made now: one look at their calendar.
    for (const some of alike(behind)) {
      const [first] = some;
      const dates = await this.dates.datesOfMany(some, firstToMake(first), first.horizon, manager);
      const early = await this.early(manager, some);
      for (const series of some) {
        const ofIt = [...(dates.get(series.id) ?? []), ...(early.get(series.id) ?? [])];
        await this.makeOne(manager, series, ofIt, now);
      }
    }
  }

  /** What takes place within the horizon although its nominal date lies beyond: made now, or it would be made too late. */
  private async early(
    manager: EntityManager,
    some: readonly [Behind, ...Behind[]],
  ): Promise<Map<string, PlannedDate[]>> {
    const rows = await manager.query<{ seriesId: string; nominal: string }[]>(broughtForward, [
      some.map(({ id }) => id),
      some[0].horizon,
    ]);
    const early = new Map<string, PlannedDate[]>();
    for (const { seriesId, nominal } of rows) {
      const series = some.find(({ id }) => id === seriesId);
      if (!series) continue;
      const dates = await this.dates.datesOf(series, nominal, nominal, manager);
      early.set(seriesId, [...(early.get(seriesId) ?? []), ...dates]);
    }
    return early;
  }

  private async makeOne(
    manager: EntityManager,
    series: Behind,
    dates: readonly PlannedDate[],
    now: Date,
  ): Promise<void> {
    const isOver = (startsAt: string): boolean => Date.parse(startsAt) <= now.getTime();
    const held = timedOf(dates);
    const undecided = undecidedOf(series, dates);
    const missed = (some: readonly Timed[]): Timed[] =>
      // What was over when the series was approved was never to be held.
      some.filter(({ startsAt }) => isOver(startsAt) && Date.parse(startsAt) > series.activeSince.getTime());
    await this.making.make(
      manager,
      series,
      dates.filter(({ startsAt }) => startsAt !== null && !isOver(startsAt)),
    );
    await noteMissed(manager, series.id, missed(held), 'standstill', now);
    await noteMissed(manager, series.id, missed(undecided), 'undecided', now);
    const waiting = undecided.filter(({ startsAt }) => !isOver(startsAt));
    await noteWaiting(manager, series.id, [firstToMake(series), series.horizon], waiting);
    await manager.query('UPDATE series SET made_until = $2 WHERE id = $1', [series.id, series.horizon]);
  }
}
