import type { Feature } from '@diemcau/service/feature';
import { TaskOpeners1763770850003 } from '../migrations/1763770850003-task-openers.js';
import { MaintenanceDues1763861000001 } from '../migrations/1763861000001-maintenance-dues.js';
import { OwnIntervals1763861000002 } from '../migrations/1763861000002-own-intervals.js';
import { ScheduleApplyingService } from './applying.service.js';
import { DueService } from './due.service.js';
import { MaintenanceLogService } from './log.service.js';
import { MaintenanceHandlers } from './maintenance.handlers.js';
import { SchedulesService } from './schedules.service.js';
import { TasksService } from './tasks.service.js';

/** Most of its tables came with those of equipment. */
export const maintenanceFeature: Feature = {
  controllers: [MaintenanceHandlers],
  providers: [SchedulesService, ScheduleApplyingService, MaintenanceLogService, DueService, TasksService],
  entities: [],
  migrations: [TaskOpeners1763770850003, MaintenanceDues1763861000001, OwnIntervals1763861000002],
};
