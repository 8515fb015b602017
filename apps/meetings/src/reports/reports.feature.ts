import type { Feature } from '@diemcau/service/feature';
import { Reports1763770700002 } from '../migrations/1763770700002-reports.js';
import { CountingService } from './counting.service.js';
import { GatheringService } from './gathering.service.js';
import { ReceivingService } from './receiving.service.js';
import { ReportsHandlers } from './reports.handlers.js';
import { ReportsService } from './reports.service.js';
import { RollUpService } from './roll-up.service.js';
import { UnitPlacesService } from './unit-places.service.js';
import { ReportWritingService } from './writing.service.js';

export const reportsFeature: Feature = {
  controllers: [ReportsHandlers],
  providers: [
    UnitPlacesService,
    GatheringService,
    ReportsService,
    CountingService,
    ReportWritingService,
    ReceivingService,
    RollUpService,
  ],
  entities: [],
  migrations: [Reports1763770700002],
};
