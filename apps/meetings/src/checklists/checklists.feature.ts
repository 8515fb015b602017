import type { Feature } from '@diemcau/service/feature';
import { ChecklistBoardService } from './board.service.js';
import { ChecklistsHandlers } from './checklists.handlers.js';
import { ChecklistsService } from './checklists.service.js';
import { ChecklistWritingService } from './writing.service.js';

export const checklistsFeature: Feature = {
  controllers: [ChecklistsHandlers],
  providers: [ChecklistsService, ChecklistWritingService, ChecklistBoardService],
  entities: [],
  migrations: [],
};
