import type { Feature } from '@diemcau/service/feature';
import { Scheduling1763770300001 } from '../migrations/1763770300001-scheduling.js';
import { ActiveSince1763770300003 } from '../migrations/1763770300003-active-since.js';
import { WaitingDates1763783000001 } from '../migrations/1763783000001-waiting-dates.js';
import { MakingJob } from './making.job.js';
import { MakingLockService } from './making-lock.service.js';
import { RealigningJob } from './realigning.job.js';
import { RealigningService } from './realigning.service.js';

export const schedulingFeature: Feature = {
  controllers: [],
  providers: [MakingJob, MakingLockService, RealigningService, RealigningJob],
  entities: [],
  migrations: [Scheduling1763770300001, ActiveSince1763770300003, WaitingDates1763783000001],
};
