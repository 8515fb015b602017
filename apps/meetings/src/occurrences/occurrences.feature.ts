import type { Feature } from '@diemcau/service/feature';
import { Meetings1763770000001 } from '../migrations/1763770000001-meetings.js';
import { OccurrenceLife1763770200001 } from '../migrations/1763770200001-occurrence-life.js';
import { Preparation1763770200002 } from '../migrations/1763770200002-preparation.js';
import { BookingService } from './booking.service.js';
import { MakingService } from './making.service.js';
import { OccurrencesService } from './occurrences.service.js';
import { OwnersService } from './owners.service.js';
import { PartsService } from './parts.service.js';

export const occurrencesFeature: Feature = {
  controllers: [],
  providers: [OccurrencesService, MakingService, BookingService, PartsService, OwnersService],
  entities: [],
  migrations: [Meetings1763770000001, OccurrenceLife1763770200001, Preparation1763770200002],
};
