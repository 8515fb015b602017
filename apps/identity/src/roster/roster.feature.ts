import type { Feature } from '@diemcau/service/feature';
import { Roster1763760503001 } from '../migrations/1763760503001-roster.js';
import { TrainingCertificates1763785000002 } from '../migrations/1763785000002-training-certificates.js';
import { KnownCertificates1763864000001 } from '../migrations/1763864000001-known-certificates.js';
import { CertificatesHandlers } from './certificates.handlers.js';
import { KeepingService } from './keeping.service.js';
import { RosterReadingService } from './reading.service.js';
import { RosterPlacesService } from './roster-places.service.js';
import { RosterHandlers } from './roster.handlers.js';
import { TrainingService } from './training.service.js';

export const rosterFeature: Feature = {
  controllers: [RosterHandlers, CertificatesHandlers],
  providers: [RosterPlacesService, RosterReadingService, KeepingService, TrainingService],
  entities: [],
  migrations: [Roster1763760503001, TrainingCertificates1763785000002, KnownCertificates1763864000001],
};
