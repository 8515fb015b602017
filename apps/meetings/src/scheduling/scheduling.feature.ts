import type { Feature } from '@diemcau/service/feature';
import { Scheduling1763770300001 } from '../migrations/1763770300001-scheduling.js';
import { ActiveSince1763770300003 } from '../migrations/1763770300003-active-since.js';
import { MakingJob } from './making.job.js';
import { MakingLockService } from './making-lock.service.js';
import { RealigningJob } from './realigning.job.js';
import { RealigningService } from './realigning.service.js';

export const schedulingFeature: Feature = {
  controllers: [],
  providers: [MakingJob, MakingLockService, RealigningService, RealigningJob],
  entities: [],
  migrations: [Scheduling1763770300001, ActiveSince1763770300003],
};
