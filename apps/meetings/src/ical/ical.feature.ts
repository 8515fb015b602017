import type { Feature } from '@diemcau/service/feature';
import { IcalService } from './ical.service.js';

export const icalFeature: Feature = {
  controllers: [],
  providers: [IcalService],
  entities: [],
  migrations: [],
};
