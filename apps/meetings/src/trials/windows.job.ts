import { Jobs } from '@diemcau/service/jobs/jobs';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { WindowsService } from './windows.service.js';

/** Opens and closes trial windows by their times. */
@Injectable()
export class WindowsJob {
  constructor(
    private readonly windows: WindowsService,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.every('meetings.trials.windows', '* * * * *', () => this.look());
  }

  async look(): Promise<void> {
    await this.windows.lookAtClock(this.clock.now());
  }
}
