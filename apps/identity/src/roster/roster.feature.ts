import type { Feature } from '@diemcau/service/feature';
import { Roster1763760503001 } from '../migrations/1763760503001-roster.js';
import { KeepingService } from './keeping.service.js';
import { RosterReadingService } from './reading.service.js';
import { RosterPlacesService } from './roster-places.service.js';
import { RosterHandlers } from './roster.handlers.js';
import { TrainingService } from './training.service.js';

export const rosterFeature: Feature = {
  controllers: [RosterHandlers],
  providers: [RosterPlacesService, RosterReadingService, KeepingService, TrainingService],
  entities: [],
  migrations: [Roster1763760503001],
};
