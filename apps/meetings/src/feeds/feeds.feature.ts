import type { Feature } from '@diemcau/service/feature';
import { Feeds1763770400003 } from '../migrations/1763770400003-feeds.js';
import { FeedsHandlers } from './feeds.handlers.js';
import { FeedsService } from './feeds.service.js';
import { ReadingFeedsService } from './reading.service.js';

export const feedsFeature: Feature = {
  controllers: [FeedsHandlers],
  providers: [FeedsService, ReadingFeedsService],
  entities: [],
  migrations: [Feeds1763770400003],
};
