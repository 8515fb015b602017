import type { Feature } from '@diemcau/service/feature';
import { ArchiveService } from './archive.service.js';
import { ErasureHandlers } from './erasure.handlers.js';
import { PersonalDataHandlers } from './personal-data.handlers.js';
import { RetentionJob } from './retention.job.js';
import { TracesJob } from './traces.job.js';

export const privacyFeature: Feature = {
  controllers: [PersonalDataHandlers, ErasureHandlers],
  providers: [ArchiveService, RetentionJob, TracesJob],
  entities: [],
  migrations: [],
};
