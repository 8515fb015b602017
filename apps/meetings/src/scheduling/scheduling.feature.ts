import type { Feature } from '@diemcau/service/feature';
import { Scheduling1763770300001 } from '../migrations/1763770300001-scheduling.js';
import { MakingJob } from './making.job.js';

export const schedulingFeature: Feature = {
  controllers: [],
  providers: [MakingJob],
  entities: [],
  migrations: [Scheduling1763770300001],
};
