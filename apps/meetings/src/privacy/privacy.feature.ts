import type { Feature } from '@diemcau/service/feature';
import { ErasureHandlers } from './erasure.handlers.js';
import { PersonalDataHandlers } from './personal-data.handlers.js';
import { RetentionJob } from './retention.job.js';

export const privacyFeature: Feature = {
  controllers: [PersonalDataHandlers, ErasureHandlers],
  providers: [RetentionJob],
  entities: [],
  migrations: [],
};
