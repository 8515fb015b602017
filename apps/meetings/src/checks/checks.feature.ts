import type { Feature } from '@diemcau/service/feature';
import { Checks1763770500001 } from '../migrations/1763770500001-checks.js';
import { CheckLetters1763770500005 } from '../migrations/1763770500005-check-letters.js';
import { PassedChecks1763770900006 } from '../migrations/1763770900006-passed-checks.js';
import { MediaTestsOfChecks1763784000002 } from '../migrations/1763784000002-media-tests-of-checks.js';
import { BoardService } from './board.service.js';
import { CampaignsJob } from './campaigns.job.js';
import { CampaignsService } from './campaigns.service.js';
import { CheckPoliciesHandlers, ChecksHandlers } from './checks.handlers.js';
import { ChecksService } from './checks.service.js';
import { DeviceTestsService } from './device-tests.service.js';
import { CheckLettersService } from './letters.service.js';
import { MeetingsSeenService } from './meetings-seen.service.js';
import { MeasuredService } from './measured.service.js';
import { MirrorsService } from './mirrors.service.js';
import { LinkedChecksHandlers, OwnChecksHandlers } from './own-checks.handlers.js';
import { OwnChecksService } from './own-checks.service.js';
import { PoliciesService } from './policies.service.js';
import { SiteChecksService } from './site-checks.service.js';
import { TryingRules } from './trying-rules.service.js';
import { TryingService } from './trying.service.js';

export const checksFeature: Feature = {
  controllers: [CheckPoliciesHandlers, ChecksHandlers, OwnChecksHandlers, LinkedChecksHandlers],
  providers: [
    PoliciesService,
    MeetingsSeenService,
    BoardService,
    CampaignsService,
    CampaignsJob,
    ChecksService,
    SiteChecksService,
    CheckLettersService,
    MeasuredService,
    MirrorsService,
    DeviceTestsService,
    OwnChecksService,
    TryingService,
    TryingRules,
  ],
  entities: [],
  migrations: [
    Checks1763770500001,
    CheckLetters1763770500005,
    PassedChecks1763770900006,
    MediaTestsOfChecks1763784000002,
  ],
};
