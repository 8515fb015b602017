import type { Feature } from '@diemcau/service/feature';
import { Sessions1763750000003 } from '../migrations/1763750000003-sessions.js';
import { SignIn1763760401001 } from '../migrations/1763760401001-sign-in.js';
import { AccessTokens } from './access-tokens.js';
import { EndingService } from './ending.service.js';
import { ListingService } from './listing.service.js';
import { PurgeJob } from './purge.job.js';
import { RefreshingService } from './refreshing.service.js';
import { SessionsHandlers } from './sessions.handlers.js';
import { SessionsService } from './sessions.service.js';
import { SubjectsService } from './subjects.service.js';

export const sessionsFeature: Feature = {
  controllers: [SessionsHandlers],
  providers: [
    AccessTokens,
    SessionsService,
    RefreshingService,
    ListingService,
    SubjectsService,
    EndingService,
    PurgeJob,
  ],
  entities: [],
  migrations: [Sessions1763750000003, SignIn1763760401001],
};
