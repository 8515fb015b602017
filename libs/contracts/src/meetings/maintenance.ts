import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Day, Flag, Id, Instant, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { StoredFile } from './files.js';

/** What became of it. `needsRepair`: the device is set to broken; `repaired` and `replaced`: to good. */
export const maintenanceResults = ['ok', 'repaired', 'replaced', 'needsRepair'] as const;
export type MaintenanceResult = (typeof maintenanceResults)[number];

/** In đồng. */
const most = 1_000_000_000_000;

/** Something to be done every so many months, to one device or to every device of a catalogue item (HB-6). */
export class MaintenanceSchedule {
  @Id() id: string;
  /** One of these two is null. */
  @Id({ nullable: true }) deviceId: string | null;
  @Id({ nullable: true }) itemId: string | null;
  @Text({ max: 120 }) itemName: string;
  /** «Vệ sinh ống kính, kiểm tra giá đỡ» */
  @Text({ max: 300 }) what: string;
  @Int({ min: 1, max: 120 }) everyMonths: number;
  /** Counted from here while nothing is logged. */
  @Day() startsOn: string;
  /** Of a device's own interval: the schedule of its kind that does not hold for it. */
  @Id({ nullable: true }) insteadOfId: string | null;
}
export class ScheduleQuery extends PageQuery {
  /** Only those of catalogue items: what every device of a kind takes, also one that comes. */
  @Flag({ optional: true }) ofKinds?: boolean;
  @Id({ optional: true }) deviceId?: string;
  @Id({ optional: true }) itemId?: string;
}
export class ScheduleList {
  @ListOf(() => MaintenanceSchedule, { max: 200 }) items: MaintenanceSchedule[];
}
export class AddSchedule {
  /** Either a device, or an item of the catalogue. */
  @Id({ optional: true }) deviceId?: string;
  @Id({ optional: true }) itemId?: string;
  /** Of a device: a schedule of its kind, in whose stead this one holds. One that stood there before is ended. */
  @Id({ optional: true }) insteadOfId?: string;
  @Text({ max: 300, example: 'Vệ sinh ống kính, kiểm tra giá đỡ' }) what: string;
  @Int({ min: 1, max: 120 }) everyMonths: number;
  @Day() startsOn: string;
}
/** `keep`: what has an interval of its own keeps it. `replace`: it takes this one too. */
export const ownIntervals = ['keep', 'replace'] as const;
export type OwnInterval = (typeof ownIntervals)[number];

/** An interval for every device of a kind at once (HB-6). */
export class ApplySchedule {
  /** Of a catalogue item. */
  @Id() scheduleId: string;
  @Int({ min: 1, max: 120 }) everyMonths: number;
  @OneOf(ownIntervals) own: OwnInterval;
  /**
   * Devices at sites of this unit and of everything below it. Left out: the kind's own interval changes, for every device of
   * the province and those to come; asks for `sites.configure` over the province.
   */
  @Id({ optional: true }) unitId?: string;
}
/** What is told before, and what was done after. */
export class AppliedSchedule {
  /** Of the kind, within the unit. */
  @Int({ min: 0, max: 1_000_000 }) devices: number;
  /** Of those: their interval becomes another. */
  @Int({ min: 0, max: 1_000_000 }) changed: number;
  /** Of those: their own interval stands. */
  @Int({ min: 0, max: 1_000_000 }) kept: number;
}

export class ScheduleRef {
  @Id() scheduleId: string;
}

/** What was done to a device, never changed afterwards (HB-6). */
export class MaintenanceEntry {
  @Id() id: string;
  @Id() deviceId: string;
  @Id({ nullable: true }) scheduleId: string | null;
  @Day() doneOn: string;
  /** Who did it: a technician, a company. */
  @Text({ max: 120 }) doneBy: string;
  @Text({ max: 1000, multiline: true }) what: string;
  @OneOf(maintenanceResults) result: MaintenanceResult;
  /** In đồng; null when it cost nothing, or nobody knows. */
  @Int({ min: 0, max: most, nullable: true }) costVnd: number | null;
  /** Of the file below. */
  @Id({ nullable: true }) fileId: string | null;
  /** A protocol, an invoice: read by whoever sees the device, at `GET files/:fileId`. */
  @Part(() => StoredFile, { nullable: true }) file: StoredFile | null;
  @Instant() recordedAt: string;
}
export class MaintenanceLogQuery extends PageQuery {
  @Id() deviceId: string;
}
export class MaintenanceLog {
  /** The latest first. */
  @ListOf(() => MaintenanceEntry, { max: 200 }) items: MaintenanceEntry[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}
export class RecordMaintenance {
  @Id() deviceId: string;
  /** What it fulfils; the next time is counted from `doneOn`. */
  @Id({ optional: true, nullable: true }) scheduleId?: string | null;
  @Day() doneOn: string;
  @Text({ max: 120, example: 'Lê Văn Mẫu' }) doneBy: string;
  @Text({ max: 1000, multiline: true, example: 'Vệ sinh, siết lại giá đỡ' }) what: string;
  @OneOf(maintenanceResults) result: MaintenanceResult;
  @Int({ min: 0, max: most, optional: true, nullable: true }) costVnd?: number | null;
  @Id({ optional: true, nullable: true }) fileId?: string | null;
}

/** `soon`: within 30 days. */
export const dueStates = ['late', 'soon'] as const;
export type DueState = (typeof dueStates)[number];

export class DueMaintenance {
  @Id() scheduleId: string;
  @Id() deviceId: string;
  @Text({ max: 120 }) itemName: string;
  @Text({ max: 80, nullable: true }) serialNo: string | null;
  @Id() siteId: string;
  @Text({ max: 200 }) siteName: string;
  @Text({ max: 200 }) unitName: string;
  @Text({ max: 300 }) what: string;
  @Int({ min: 1, max: 120 }) everyMonths: number;
  @Day({ nullable: true }) lastDoneOn: string | null;
  @Day() dueOn: string;
  @OneOf(dueStates) state: DueState;
}
export class DueQuery extends PageQuery {
  @Id({ optional: true }) siteId?: string;
  @Id({ optional: true }) unitId?: string;
  @OneOf(dueStates, { optional: true }) state?: DueState;
}
export class DuePage {
  /** What is due longest first. */
  @ListOf(() => DueMaintenance, { max: 200 }) items: DueMaintenance[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
  /** Of `total`, how many are late. */
  @Int({ min: 0, max: 1_000_000 }) late: number;
}

/** Where a task comes from: the check before a meeting, the checklist that closed it (HB-9.2f), or somebody who noticed. */
export const taskSources = ['check', 'checklist', 'person'] as const;
export type TaskSource = (typeof taskSources)[number];
export const taskStates = ['open', 'done'] as const;
export type TaskState = (typeof taskStates)[number];

export class MaintenanceTask {
  @Id() id: string;
  @Id() siteId: string;
  @Text({ max: 200 }) siteName: string;
  @Text({ max: 200 }) unitName: string;
  @Id({ nullable: true }) deviceId: string | null;
  @Text({ max: 300 }) what: string;
  @OneOf(taskSources) source: TaskSource;
  @OneOf(taskStates) state: TaskState;
  @Instant() openedAt: string;
  @Instant({ nullable: true }) doneAt: string | null;
  /** What was done about it. */
  @Text({ max: 500, nullable: true }) result: string | null;
}
export class TaskQuery extends PageQuery {
  @Id({ optional: true }) siteId?: string;
  @Id({ optional: true }) deviceId?: string;
  @Id({ optional: true }) unitId?: string;
  /** `open` unless told. */
  @OneOf(taskStates, { optional: true }) state?: TaskState;
}
export class TaskPage {
  /** The oldest first. */
  @ListOf(() => MaintenanceTask, { max: 200 }) items: MaintenanceTask[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}
export class OpenTask {
  @Id() siteId: string;
  @Id({ optional: true, nullable: true }) deviceId?: string | null;
  @Text({ max: 300, example: 'Loa bên trái rè' }) what: string;
}
export class CloseTask {
  @Id() taskId: string;
  @Text({ max: 500, example: 'Đã thay dây loa' }) result: string;
}

/** Read with `sites.read`, kept with `sites.write` over the site; schedules of catalogue items with `sites.configure`. */
export const Maintenance = contract('meetings.maintenance', {
  schedules: takes(ScheduleQuery).gives(ScheduleList),
  addSchedule: takes(AddSchedule).gives(MaintenanceSchedule),
  /** What was logged for it stays. */
  endSchedule: takes(ScheduleRef),
  /** What `applySchedule` would do. */
  previewSchedule: takes(ApplySchedule).gives(AppliedSchedule),
  applySchedule: takes(ApplySchedule).gives(AppliedSchedule),
  log: takes(MaintenanceLogQuery).gives(MaintenanceLog),
  record: takes(RecordMaintenance).gives(MaintenanceEntry),
  due: takes(DueQuery).gives(DuePage),
  tasks: takes(TaskQuery).gives(TaskPage),
  openTask: takes(OpenTask).gives(MaintenanceTask),
  /** A task that is done stays as it was done. */
  closeTask: takes(CloseTask).gives(MaintenanceTask),
});
export class MaintenanceClient extends ClientOf(Maintenance) {}

export const maintenanceErrors = failures('maintenance', {
  noSchedule: { status: 404, vi: 'Không tìm thấy lịch bảo trì', en: 'There is no such schedule' },
  noTask: { status: 404, vi: 'Không tìm thấy việc bảo trì', en: 'There is no such task' },
  eitherOr: {
    status: 400,
    vi: 'Lịch bảo trì dành cho một thiết bị hoặc cho một mục của danh mục',
    en: 'A schedule is for one device, or for one item of the catalogue',
  },
  otherSchedule: {
    status: 409,
    vi: 'Lịch bảo trì này không dành cho thiết bị đó',
    en: 'This schedule is not for that device',
  },
  notYet: { status: 400, vi: 'Ngày thực hiện không thể ở tương lai', en: 'The day cannot be in the future' },
  done: { status: 409, vi: 'Việc này đã xong', en: 'This task is done already' },
});
