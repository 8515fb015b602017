import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  AddSchedule,
  type AppliedSchedule,
  ApplySchedule,
  CloseTask,
  type DuePage,
  DueQuery,
  Maintenance,
  type MaintenanceEntry,
  type MaintenanceLog,
  MaintenanceLogQuery,
  type MaintenanceSchedule,
  type MaintenanceTask,
  OpenTask,
  RecordMaintenance,
  type ScheduleList,
  ScheduleQuery,
  ScheduleRef,
  type TaskPage,
  TaskQuery,
} from '@diemcau/contracts/meetings/maintenance';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ScheduleApplyingService } from './applying.service.js';
import { DueService } from './due.service.js';
import { MaintenanceLogService } from './log.service.js';
import { SchedulesService } from './schedules.service.js';
import { TasksService } from './tasks.service.js';

@Controller()
export class MaintenanceHandlers implements Handlers<typeof Maintenance> {
  constructor(
    private readonly applying: ScheduleApplyingService,
    private readonly ofSchedules: SchedulesService,
    private readonly ofLog: MaintenanceLogService,
    private readonly ofDue: DueService,
    private readonly ofTasks: TasksService,
  ) {}

  @Handles(Maintenance.schedules) async schedules(
    input: ScheduleQuery,
    caller: Caller,
  ): Promise<ScheduleList> {
    return this.ofSchedules.list(input, caller);
  }

  @Handles(Maintenance.addSchedule) async addSchedule(
    input: AddSchedule,
    caller: Caller,
  ): Promise<MaintenanceSchedule> {
    return this.ofSchedules.add(input, caller);
  }

  @Handles(Maintenance.endSchedule) async endSchedule(
    { scheduleId }: ScheduleRef,
    caller: Caller,
  ): Promise<void> {
    await this.ofSchedules.end(scheduleId, caller);
  }

  @Handles(Maintenance.previewSchedule) async previewSchedule(
    input: ApplySchedule,
    caller: Caller,
  ): Promise<AppliedSchedule> {
    return this.applying.preview(input, caller);
  }

  @Handles(Maintenance.applySchedule) async applySchedule(
    input: ApplySchedule,
    caller: Caller,
  ): Promise<AppliedSchedule> {
    return this.applying.apply(input, caller);
  }

  @Handles(Maintenance.log) async log(input: MaintenanceLogQuery, caller: Caller): Promise<MaintenanceLog> {
    return this.ofLog.list(input, caller);
  }

  @Handles(Maintenance.record) async record(
    input: RecordMaintenance,
    caller: Caller,
  ): Promise<MaintenanceEntry> {
    return this.ofLog.record(input, caller);
  }

  @Handles(Maintenance.due) async due(input: DueQuery, caller: Caller): Promise<DuePage> {
    return this.ofDue.list(input, caller);
  }

  @Handles(Maintenance.tasks) async tasks(input: TaskQuery, caller: Caller): Promise<TaskPage> {
    return this.ofTasks.list(input, caller);
  }

  @Handles(Maintenance.openTask) async openTask(input: OpenTask, caller: Caller): Promise<MaintenanceTask> {
    return this.ofTasks.open(input, caller);
  }

  @Handles(Maintenance.closeTask) async closeTask(
    input: CloseTask,
    caller: Caller,
  ): Promise<MaintenanceTask> {
    return this.ofTasks.close(input, caller);
  }
}
