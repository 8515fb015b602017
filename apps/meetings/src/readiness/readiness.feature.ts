import type { Feature } from '@diemcau/service/feature';
import { ReadinessAnswersService } from './answers.service.js';
import { ReadinessChangesService } from './changes.service.js';
import { ChecklistsService } from './checklists.service.js';
import { ReadinessHandlers } from './readiness.handlers.js';
import { ReadinessReadingService } from './reading.service.js';
import { RollUpService } from './roll-up.service.js';

export const readinessFeature: Feature = {
  controllers: [ReadinessHandlers],
  providers: [
    ChecklistsService,
    ReadinessAnswersService,
    ReadinessChangesService,
    ReadinessReadingService,
    RollUpService,
  ],
  entities: [],
  migrations: [],
};
