import type { Feature } from '@diemcau/service/feature';
import { TaskOpeners1763770850003 } from '../migrations/1763770850003-task-openers.js';
import { DueService } from './due.service.js';
import { MaintenanceLogService } from './log.service.js';
import { MaintenanceHandlers } from './maintenance.handlers.js';
import { SchedulesService } from './schedules.service.js';
import { TasksService } from './tasks.service.js';

/** Most of its tables came with those of equipment. */
export const maintenanceFeature: Feature = {
  controllers: [MaintenanceHandlers],
  providers: [SchedulesService, MaintenanceLogService, DueService, TasksService],
  entities: [],
  migrations: [TaskOpeners1763770850003],
};
