import type { Feature } from '@diemcau/service/feature';
import { SiteParts1763770600002 } from '../migrations/1763770600002-site-parts.js';
import { SiteChangesService } from './changes.service.js';
import { SiteClosingService } from './closing.service.js';
import { SiteJudgingJob } from './judging.job.js';
import { SiteLifecycleService } from './lifecycle.service.js';
import { SiteOperatorsService } from './operators.service.js';
import { SiteReadingService } from './reading.service.js';
import { SiteSeatingService } from './seating.service.js';
import { SitesHandlers } from './sites.handlers.js';
import { SitesService } from './sites.service.js';
import { SiteStandingService } from './standing.service.js';

export const sitesFeature: Feature = {
  controllers: [SitesHandlers],
  providers: [
    SitesService,
    SiteReadingService,
    SiteChangesService,
    SiteOperatorsService,
    SiteSeatingService,
    SiteLifecycleService,
    SiteStandingService,
    SiteClosingService,
    SiteJudgingJob,
  ],
  entities: [],
  migrations: [SiteParts1763770600002],
};
