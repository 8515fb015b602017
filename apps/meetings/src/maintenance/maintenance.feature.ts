import type { Feature } from '@diemcau/service/feature';
import { DueService } from './due.service.js';
import { MaintenanceLogService } from './log.service.js';
import { MaintenanceHandlers } from './maintenance.handlers.js';
import { SchedulesService } from './schedules.service.js';
import { TasksService } from './tasks.service.js';

/** Its tables came with those of equipment. */
export const maintenanceFeature: Feature = {
  controllers: [MaintenanceHandlers],
  providers: [SchedulesService, MaintenanceLogService, DueService, TasksService],
  entities: [],
  migrations: [],
};
