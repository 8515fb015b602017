import type { Feature } from '@diemcau/service/feature';
import { ChecksOwedService } from './checks-owed.service.js';
import { OwedHandlers } from './owed.handlers.js';
import { PapersOwedService } from './papers-owed.service.js';
import { PlansOwedService } from './plans-owed.service.js';
import { SitesOwedService } from './sites-owed.service.js';
import { TrialsOwedService } from './trials-owed.service.js';

export const owedFeature: Feature = {
  controllers: [OwedHandlers],
  providers: [PlansOwedService, PapersOwedService, ChecksOwedService, SitesOwedService, TrialsOwedService],
  entities: [],
  migrations: [],
};
