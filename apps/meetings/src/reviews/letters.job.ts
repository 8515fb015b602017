import { Jobs } from '@diemcau/service/jobs/jobs';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { ReviewLettersService } from './letters.service.js';

/** Looks for units that are to be told of a review, or reminded. */
@Injectable()
export class ReviewLettersJob {
  constructor(
    private readonly letters: ReviewLettersService,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.every('meetings.reviews.letters', '* * * * *', () => this.look());
  }

  async look(): Promise<void> {
    await this.letters.tell(this.clock.now());
  }
}
