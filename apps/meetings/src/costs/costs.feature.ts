import type { Feature } from '@diemcau/service/feature';
import { CostsHandlers } from './costs.handlers.js';
import { CostsService } from './costs.service.js';
import { CostSumsService } from './sums.service.js';

export const costsFeature: Feature = {
  controllers: [CostsHandlers],
  providers: [CostsService, CostSumsService],
  entities: [],
  migrations: [],
};
