import type { Feature } from '@diemcau/service/feature';
import { Trainings1763770500004 } from '../migrations/1763770500004-trainings.js';
import { OpenTrainings1763785000001 } from '../migrations/1763785000001-open-trainings.js';
import { CandidatesService } from './candidates.service.js';
import { CertificatesService } from './certificates.service.js';
import { IssuingService } from './issuing.service.js';
import { OwnTrainingsHandlers } from './own-trainings.handlers.js';
import { OwnTrainingsService } from './own-trainings.service.js';
import { PlanningTrainingsService } from './planning-trainings.service.js';
import { RegistrantsService } from './registrants.service.js';
import { RegistrationsService } from './registrations.service.js';
import { RevokingService } from './revoking.service.js';
import { SeatsService } from './seats.service.js';
import { TellingRegisteredService } from './telling-registered.service.js';
import { CertificatesHandlers, RegistrationsHandlers, TrainingsHandlers } from './trainings.handlers.js';
import { TrainingsAheadService } from './trainings-ahead.service.js';
import { TrainingsService } from './trainings.service.js';

export const trainingsFeature: Feature = {
  controllers: [TrainingsHandlers, RegistrationsHandlers, CertificatesHandlers, OwnTrainingsHandlers],
  providers: [
    TrainingsService,
    TrainingsAheadService,
    PlanningTrainingsService,
    RegistrantsService,
    RegistrationsService,
    CertificatesService,
    IssuingService,
    RevokingService,
    SeatsService,
    CandidatesService,
    TellingRegisteredService,
    OwnTrainingsService,
  ],
  entities: [],
  migrations: [Trainings1763770500004, OpenTrainings1763785000001],
};
