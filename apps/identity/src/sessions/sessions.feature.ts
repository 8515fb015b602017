import type { Feature } from '../features.js';
import { Sessions1763750000003 } from '../migrations/1763750000003-sessions.js';
import { AccessTokens } from './access-tokens.js';
import { EndingService } from './ending.service.js';
import { PurgeJob } from './purge.job.js';
import { SessionsHandlers } from './sessions.handlers.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

export const sessionsFeature: Feature = {
  controllers: [SessionsHandlers],
  providers: [AccessTokens, SignInService, SessionsService, EndingService, PurgeJob],
  entities: [],
  migrations: [Sessions1763750000003],
};
