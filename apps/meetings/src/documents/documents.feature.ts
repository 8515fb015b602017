import type { Feature } from '@diemcau/service/feature';
import { DocumentChangesService } from './changes.service.js';
import { DocumentsHandlers } from './documents.handlers.js';
import { PlanStatusService } from './plans.service.js';
import { DocumentsReadingService } from './reading.service.js';
import { DocumentRemindingJob } from './reminding.job.js';

export const documentsFeature: Feature = {
  controllers: [DocumentsHandlers],
  providers: [DocumentsReadingService, DocumentChangesService, PlanStatusService, DocumentRemindingJob],
  entities: [],
  migrations: [],
};
