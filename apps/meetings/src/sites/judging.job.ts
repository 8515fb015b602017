import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SiteOperatorsService } from './operators.service.js';
import { SiteStandingService } from './standing.service.js';

/** What held yesterday may be over today: items expire, operators leave, phones change. */
@Injectable()
export class SiteJudgingJob {
  private readonly log = new Logger(SiteJudgingJob.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly operators: SiteOperatorsService,
    private readonly standing: SiteStandingService,
    jobs: Jobs,
  ) {
    jobs.every('meetings.sites.judging', '10 0 * * *', () => this.judgeAll());
  }

  async judgeAll(): Promise<void> {
    const sites = await this.database.query<{ id: string }[]>(
      `SELECT id FROM sites WHERE state <> 'retired' ORDER BY no`,
    );
    for (const { id } of sites) {
      // One that fails must not keep the others from being judged.
      await this.judge(id).catch((error: unknown) => this.log.error({ siteId: id, err: error }));
    }
  }

  private async judge(siteId: string): Promise<void> {
    await this.operators.refresh(siteId);
    await this.database.transaction((manager) => this.standing.judge(manager, siteId));
  }
}
