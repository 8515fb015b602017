import { Jobs } from '@diemcau/service/jobs/jobs';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { CampaignsService } from './campaigns.service.js';
import { CheckLettersService } from './letters.service.js';

/**
 * Opens what is due, closes it, and tells the sites (HB-8.2). Late is right, twice is harmless: a row decides. The letters come
 * last: whom to write to is asked of identity, and what has to be closed does not wait for it.
 */
@Injectable()
export class CampaignsJob {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly letters: CheckLettersService,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.every('meetings.checks.campaigns', '*/5 * * * *', () => this.look());
  }

  async look(): Promise<void> {
    const now = this.clock.now();
    await this.campaigns.openDue(now);
    await this.campaigns.closeDue(now);
    await this.letters.tell(now);
  }
}
