import type { Feature } from '@diemcau/service/feature';
import { Trainings1763770500004 } from '../migrations/1763770500004-trainings.js';
import { CertificatesService } from './certificates.service.js';
import { IssuingService } from './issuing.service.js';
import { PlanningTrainingsService } from './planning-trainings.service.js';
import { RegistrantsService } from './registrants.service.js';
import { RegistrationsService } from './registrations.service.js';
import { CertificatesHandlers, RegistrationsHandlers, TrainingsHandlers } from './trainings.handlers.js';
import { TrainingsService } from './trainings.service.js';

export const trainingsFeature: Feature = {
  controllers: [TrainingsHandlers, RegistrationsHandlers, CertificatesHandlers],
  providers: [
    TrainingsService,
    PlanningTrainingsService,
    RegistrantsService,
    RegistrationsService,
    CertificatesService,
    IssuingService,
  ],
  entities: [],
  migrations: [Trainings1763770500004],
};
