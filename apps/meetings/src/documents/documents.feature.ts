import type { Feature } from '@diemcau/service/feature';
import { DocumentChangesService } from './changes.service.js';
import { DocumentsHandlers } from './documents.handlers.js';
import { ExpiriesHandlers } from './expiries.handlers.js';
import { ExpiriesService } from './expiries.service.js';
import { PlanStatusService } from './plans.service.js';
import { DocumentsReadingService } from './reading.service.js';
import { DocumentRemindingJob } from './reminding.job.js';

export const documentsFeature: Feature = {
  controllers: [DocumentsHandlers, ExpiriesHandlers],
  providers: [
    DocumentsReadingService,
    DocumentChangesService,
    PlanStatusService,
    ExpiriesService,
    DocumentRemindingJob,
  ],
  entities: [],
  migrations: [],
};
