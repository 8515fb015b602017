import type { Feature } from '@diemcau/service/feature';
import { ChangingTypesService } from './changing-types.service.js';
import { MeetingTypesHandlers } from './meeting-types.handlers.js';
import { MeetingTypesService } from './meeting-types.service.js';

/** Its table is made with agendas and checklists. */
export const meetingTypesFeature: Feature = {
  controllers: [MeetingTypesHandlers],
  providers: [MeetingTypesService, ChangingTypesService],
  entities: [],
  migrations: [],
};
