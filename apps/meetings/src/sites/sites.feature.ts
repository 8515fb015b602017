import type { Feature } from '@diemcau/service/feature';
import { SiteHistory1763770850002 } from '../migrations/1763770850002-site-history.js';
import { SiteParts1763770600002 } from '../migrations/1763770600002-site-parts.js';
import { CountedSeats1763862000001 } from '../migrations/1763862000001-counted-seats.js';
import { SiteChangesService } from './changes.service.js';
import { SiteClosingService } from './closing.service.js';
import { SiteEventsService } from './events.service.js';
import { SiteHandingOverService } from './handing-over.service.js';
import { SiteHistoryHandlers } from './history.handlers.js';
import { SiteHistoryService } from './history.service.js';
import { SiteJudgingJob } from './judging.job.js';
import { SiteLifecycleService } from './lifecycle.service.js';
import { SiteOperatorsService } from './operators.service.js';
import { SiteOwnershipHandlers } from './ownership.handlers.js';
import { SiteReadingService } from './reading.service.js';
import { SiteSeatingService } from './seating.service.js';
import { SitesHandlers } from './sites.handlers.js';
import { SitesService } from './sites.service.js';
import { SiteStandingService } from './standing.service.js';

export const sitesFeature: Feature = {
  controllers: [SitesHandlers, SiteHistoryHandlers, SiteOwnershipHandlers],
  providers: [
    SitesService,
    SiteReadingService,
    SiteChangesService,
    SiteOperatorsService,
    SiteSeatingService,
    SiteLifecycleService,
    SiteStandingService,
    SiteClosingService,
    SiteEventsService,
    SiteHandingOverService,
    SiteHistoryService,
    SiteJudgingJob,
  ],
  entities: [],
  migrations: [SiteParts1763770600002, SiteHistory1763770850002, CountedSeats1763862000001],
};
