import type { Feature } from '@diemcau/service/feature';
import { ReviewLetters1763785000003 } from '../migrations/1763785000003-review-letters.js';
import { AnsweringService } from './answering.service.js';
import { ReviewLettersJob } from './letters.job.js';
import { ReviewLettersService } from './letters.service.js';
import { ReviewsHandlers } from './reviews.handlers.js';
import { ReviewsService } from './reviews.service.js';
import { RunningService } from './running.service.js';

/** Most of its tables came with those of reports. */
export const reviewsFeature: Feature = {
  controllers: [ReviewsHandlers],
  providers: [ReviewsService, RunningService, AnsweringService, ReviewLettersService, ReviewLettersJob],
  entities: [],
  migrations: [ReviewLetters1763785000003],
};
