import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { jobNames } from '../job-names.js';
import { SeriesService } from './series.service.js';

/** From here on the meetings of a series make themselves (HB-7.1): the next ones at once, as whoever approved looks for them. */
@Injectable()
export class ActivatingSeriesService {
  constructor(
    private readonly series: SeriesService,
    private readonly jobs: Jobs,
  ) {}

  async one(manager: EntityManager, seriesId: string, approvedBy: string): Promise<void> {
    await manager.query(
      `UPDATE series SET state = 'active', approved_by = $2, version = version + 1 WHERE id = $1`,
      [seriesId, approvedBy],
    );
    this.jobs.soon(jobNames.make);
  }

  /** @returns the lines as they were approved, to be kept for good */
  async ofPlan(manager: EntityManager, planId: string, approvedBy: string): Promise<object[]> {
    const lines = await this.series.frozenOf(planId, manager);
    await manager.query(
      `UPDATE series SET state = 'active', approved_by = nullif($2, author_id), version = version + 1
       WHERE plan_id = $1 AND state = 'draft'`,
      [planId, approvedBy],
    );
    this.jobs.soon(jobNames.make);
    return lines;
  }
}
