import type { Caller } from '@diemcau/contracts/core/caller';
import {
  AddSchedule,
  type AppliedSchedule,
  ApplySchedule,
  CloseTask,
  type DuePage,
  DueQuery,
  Maintenance,
  MaintenanceClient,
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
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reading = mayDo('sites.read');
const writing = mayDo('sites.write');

/** Maintenance: what is due, what was done (HB-6). */
@Controller()
export class MaintenanceController {
  constructor(private readonly maintenance: MaintenanceClient) {}

  @Route.get('maintenance/schedules', Maintenance.schedules, reading, 'Lịch bảo trì · Schedules')
  schedules(input: ScheduleQuery, caller: Caller): Promise<ScheduleList> {
    return this.maintenance.schedules(input, caller);
  }

  @Route.post(
    'maintenance/schedules',
    Maintenance.addSchedule,
    writing,
    'Đặt lịch bảo trì · Add a schedule',
    { status: 201 },
  )
  addSchedule(input: AddSchedule, caller: Caller): Promise<MaintenanceSchedule> {
    return this.maintenance.addSchedule(input, caller);
  }

  @Route.delete(
    'maintenance/schedules/:scheduleId',
    Maintenance.endSchedule,
    writing,
    'Bỏ lịch bảo trì · End a schedule',
  )
  endSchedule(input: ScheduleRef, caller: Caller): Promise<void> {
    return this.maintenance.endSchedule(input, caller);
  }

  @Route.get(
    'maintenance/schedules/:scheduleId/apply',
    Maintenance.previewSchedule,
    writing,
    'Xem trước khi đặt chu kỳ cho cả loại · What an interval for the kind would change',
  )
  previewSchedule(input: ApplySchedule, caller: Caller): Promise<AppliedSchedule> {
    return this.maintenance.previewSchedule(input, caller);
  }

  @Route.post(
    'maintenance/schedules/:scheduleId/apply',
    Maintenance.applySchedule,
    writing,
    'Đặt chu kỳ cho mọi thiết bị cùng loại · An interval for every device of the kind',
  )
  applySchedule(input: ApplySchedule, caller: Caller): Promise<AppliedSchedule> {
    return this.maintenance.applySchedule(input, caller);
  }

  @Route.get('maintenance/due', Maintenance.due, reading, 'Bảo trì đến hạn, quá hạn · What is due')
  due(input: DueQuery, caller: Caller): Promise<DuePage> {
    return this.maintenance.due(input, caller);
  }

  @Route.get('devices/:deviceId/maintenance', Maintenance.log, reading, 'Nhật ký bảo trì · Maintenance log')
  log(input: MaintenanceLogQuery, caller: Caller): Promise<MaintenanceLog> {
    return this.maintenance.log(input, caller);
  }

  @Route.post(
    'devices/:deviceId/maintenance',
    Maintenance.record,
    writing,
    'Ghi bảo trì · Record maintenance',
    { status: 201 },
  )
  record(input: RecordMaintenance, caller: Caller): Promise<MaintenanceEntry> {
    return this.maintenance.record(input, caller);
  }

  @Route.get('maintenance/tasks', Maintenance.tasks, reading, 'Việc bảo trì · Tasks')
  tasks(input: TaskQuery, caller: Caller): Promise<TaskPage> {
    return this.maintenance.tasks(input, caller);
  }

  @Route.post('maintenance/tasks', Maintenance.openTask, writing, 'Thêm việc bảo trì · Open a task', {
    status: 201,
  })
  openTask(input: OpenTask, caller: Caller): Promise<MaintenanceTask> {
    return this.maintenance.openTask(input, caller);
  }

  @Route.post(
    'maintenance/tasks/:taskId/close',
    Maintenance.closeTask,
    writing,
    'Xong việc bảo trì · Close a task',
  )
  closeTask(input: CloseTask, caller: Caller): Promise<MaintenanceTask> {
    return this.maintenance.closeTask(input, caller);
  }
}
