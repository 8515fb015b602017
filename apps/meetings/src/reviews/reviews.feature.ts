import type { Feature } from '@diemcau/service/feature';
import { AnsweringService } from './answering.service.js';
import { ReviewsHandlers } from './reviews.handlers.js';
import { ReviewsService } from './reviews.service.js';
import { RunningService } from './running.service.js';

/** Its tables came with those of reports. */
export const reviewsFeature: Feature = {
  controllers: [ReviewsHandlers],
  providers: [ReviewsService, RunningService, AnsweringService],
  entities: [],
  migrations: [],
};
