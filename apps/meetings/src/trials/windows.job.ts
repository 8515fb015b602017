import { Jobs } from '@diemcau/service/jobs/jobs';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { TrialLettersService } from './letters.service.js';
import { WindowsService } from './windows.service.js';

/** Opens and closes trial windows by their times, and tells who is to try. */
@Injectable()
export class WindowsJob {
  constructor(
    private readonly windows: WindowsService,
    private readonly letters: TrialLettersService,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.every('meetings.trials.windows', '* * * * *', () => this.look());
  }

  async look(): Promise<void> {
    const now = this.clock.now();
    await this.windows.lookAtClock(now);
    await this.letters.tell(now);
  }
}
