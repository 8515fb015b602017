import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { SweepingService } from './sweeping.service.js';
import { TellingService } from './telling.service.js';

@Injectable()
export class InvitationJobs {
  constructor(
    private readonly sweeping: SweepingService,
    private readonly telling: TellingService,
    jobs: Jobs,
  ) {
    jobs.every('meetings.invitations.tell', '* * * * *', () => this.run());
  }

  async run(): Promise<void> {
    await this.sweeping.sweep();
    await this.telling.tell();
  }
}
