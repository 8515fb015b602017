import type { Feature } from '@diemcau/service/feature';
import { Meetings1763770000001 } from '../migrations/1763770000001-meetings.js';

export const occurrencesFeature: Feature = {
  controllers: [],
  providers: [],
  entities: [],
  migrations: [Meetings1763770000001],
};
