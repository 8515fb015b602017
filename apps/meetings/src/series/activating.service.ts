import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { jobNames } from '../job-names.js';
import { plusDays } from '../recurrence/days.js';
import { MadeMeetingsService } from './made-meetings.service.js';
import { firstDayOf, lastDayOf, type PlanPeriod } from './plan-period.js';
import { SeriesService } from './series.service.js';

/** From here on the meetings of a series make themselves (HB-7.1): the next ones at once, as whoever approved looks for them. */
@Injectable()
export class ActivatingSeriesService {
  constructor(
    private readonly series: SeriesService,
    private readonly made: MadeMeetingsService,
    private readonly jobs: Jobs,
  ) {}

  async one(manager: EntityManager, seriesId: string, approvedBy: string): Promise<void> {
    await manager.query(
      `UPDATE series SET state = 'active', approved_by = $2, version = version + 1 WHERE id = $1`,
      [seriesId, approvedBy],
    );
    this.jobs.soon(jobNames.make);
  }

  /**
   * Within the plan's period, whose next one has a plan of its own.
   * @returns the lines as they were approved, to be kept for good
   */
  async ofPlan(
    manager: EntityManager,
    planId: string,
    period: PlanPeriod,
    approvedBy: string,
  ): Promise<object[]> {
    await this.bound(manager, planId, period);
    const lines = await this.series.frozenOf(planId, manager);
    await manager.query(
      `UPDATE series SET state = 'active', approved_by = nullif($2, author_id), version = version + 1
       WHERE plan_id = $1 AND state = 'draft'`,
      [planId, approvedBy],
    );
    this.jobs.soon(jobNames.make);
    return lines;
  }
  /** Lines from before plans bounded theirs may have meetings after its end: those follow, as after any change. */
  private async bound(manager: EntityManager, planId: string, period: PlanPeriod): Promise<void> {
    const last = lastDayOf(period);
    await manager.query(
      `UPDATE series SET from_day = greatest(from_day, $2::date)
       WHERE plan_id = $1 AND state = 'draft' AND first_day < $2::date`,
      [planId, firstDayOf(period)],
    );
    const [longer] = await manager.query<[{ id: string }[], number]>(
      `UPDATE series SET until_day = $2::date
       WHERE plan_id = $1 AND state <> 'ended' AND (until_day IS NULL OR until_day > $2::date) RETURNING id`,
      [planId, last],
    );
    for (const { id } of longer) await this.made.align(manager, id, plusDays(last, 1));
  }
}
