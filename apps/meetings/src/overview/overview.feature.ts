import type { Feature } from '@diemcau/service/feature';
import { CampaignsSeenService } from './campaigns-seen.service.js';
import { MeetingsOfWeekService } from './meetings-of-week.service.js';
import { OverdueService } from './overdue.service.js';
import { OverviewHandlers } from './overview.handlers.js';
import { OverviewService } from './overview.service.js';
import { PapersOverdueService } from './papers-overdue.service.js';

export const overviewFeature: Feature = {
  controllers: [OverviewHandlers],
  providers: [
    OverviewService,
    MeetingsOfWeekService,
    CampaignsSeenService,
    OverdueService,
    PapersOverdueService,
  ],
  entities: [],
  migrations: [],
};
