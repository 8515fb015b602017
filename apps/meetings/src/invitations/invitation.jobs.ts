import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { jobNames } from '../job-names.js';
import { SweepingService } from './sweeping.service.js';
import { TellingService } from './telling.service.js';

/** People find a meeting as soon as it was made; mails go once a minute, so that what is changed at once is told once. */
@Injectable()
export class InvitationJobs {
  constructor(sweeping: SweepingService, telling: TellingService, jobs: Jobs) {
    jobs.every(jobNames.invite, '* * * * *', () => sweeping.sweep());
    jobs.every('meetings.invitations.tell', '* * * * *', () => telling.tell());
  }
}
