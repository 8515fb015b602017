import type { Feature } from '@diemcau/service/feature';
import { SitesService } from './sites.service.js';

export const sitesFeature: Feature = {
  controllers: [],
  providers: [SitesService],
  entities: [],
  migrations: [],
};
