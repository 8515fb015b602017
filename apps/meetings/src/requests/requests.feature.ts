import type { Feature } from '@diemcau/service/feature';
import { AskingForMeetingService } from './asking.service.js';
import { RequestsHandlers } from './requests.handlers.js';

/** A request is a meeting that waits for approval; it has no table of its own. */
export const requestsFeature: Feature = {
  controllers: [RequestsHandlers],
  providers: [AskingForMeetingService],
  entities: [],
  migrations: [],
};
