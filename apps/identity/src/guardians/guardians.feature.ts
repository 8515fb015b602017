import type { Feature } from '@diemcau/service/feature';
import { Guardians1763760502001 } from '../migrations/1763760502001-guardians.js';
import { BindingService } from './binding.service.js';
import { ChildrenService } from './children.service.js';
import { ClaimsService } from './claims.service.js';
import { CodesService } from './codes.service.js';
import { ConsentsService } from './consents.service.js';
import { GuardiansHandlers } from './guardians.handlers.js';
import { GuardianshipsService } from './guardianships.service.js';
import { GuardianCodesPurgeJob } from './purge.job.js';
import { RegisteringService } from './registering.service.js';
import { StudentsGuardiansService } from './students-guardians.service.js';

export const guardiansFeature: Feature = {
  controllers: [GuardiansHandlers],
  providers: [
    GuardianshipsService,
    ConsentsService,
    ClaimsService,
    BindingService,
    RegisteringService,
    ChildrenService,
    StudentsGuardiansService,
    CodesService,
    GuardianCodesPurgeJob,
  ],
  entities: [],
  migrations: [Guardians1763760502001],
};
