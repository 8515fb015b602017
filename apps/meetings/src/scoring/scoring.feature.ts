import type { Feature } from '@diemcau/service/feature';
import { PartsInCalendars1763770900001 } from '../migrations/1763770900001-parts-in-calendars.js';
import { Scoring1763770200003 } from '../migrations/1763770200003-scoring.js';
import { ScoringHandlers } from './scoring.handlers.js';
import { ScoringService } from './scoring.service.js';
import { ScoreWritingService } from './writing.service.js';

export const scoringFeature: Feature = {
  controllers: [ScoringHandlers],
  providers: [ScoringService, ScoreWritingService],
  entities: [],
  migrations: [Scoring1763770200003, PartsInCalendars1763770900001],
};
