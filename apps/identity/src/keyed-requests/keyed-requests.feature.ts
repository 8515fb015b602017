import type { Feature } from '@diemcau/service/feature';
import { KeyedRequests1763760720001 } from '../migrations/1763760720001-keyed-requests.js';
import { KeyedRequestsHandlers } from './keyed-requests.handlers.js';
import { KeyedRequestsService } from './keyed-requests.service.js';

export const keyedRequestsFeature: Feature = {
  controllers: [KeyedRequestsHandlers],
  providers: [KeyedRequestsService],
  entities: [],
  migrations: [KeyedRequests1763760720001],
};
