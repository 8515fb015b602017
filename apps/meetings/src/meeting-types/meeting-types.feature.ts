import type { Feature } from '@diemcau/service/feature';
import { RolesOfTypes1763874000001 } from '../migrations/1763874000001-roles-of-types.js';
import { ChangingTypesService } from './changing-types.service.js';
import { MeetingTypesHandlers } from './meeting-types.handlers.js';
import { MeetingTypesService } from './meeting-types.service.js';

/** Its table is made with agendas and checklists; what types say of sites came later. */
export const meetingTypesFeature: Feature = {
  controllers: [MeetingTypesHandlers],
  providers: [MeetingTypesService, ChangingTypesService],
  entities: [],
  migrations: [RolesOfTypes1763874000001],
};
