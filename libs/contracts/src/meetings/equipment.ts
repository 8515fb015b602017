import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Day, Flag, Id, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { type EquipmentPurpose, equipmentPurposes } from './catalogue.js';

export const deviceConditions = ['new', 'good', 'worn', 'broken'] as const;
export type DeviceCondition = (typeof deviceConditions)[number];

/** `retired`: written off; it stays in the history of its site and never comes back. */
export const deviceStates = ['active', 'retired'] as const;
export type DeviceState = (typeof deviceStates)[number];

/** One piece of equipment at a site (TM-1c, HB-6). */
export class SiteDevice {
  @Id() id: string;
  /** On its label: 12 characters that nobody guesses, `/d/<code>` opens its page. */
  @Text({ max: 12 }) code: string;
  @Id() itemId: string;
  @Text({ max: 120 }) itemName: string;
  @OneOf(equipmentPurposes) purpose: EquipmentPurpose;
  @Id({ nullable: true }) pictureId: string | null;
  /** Of the maker or of the inventory; once per item in a province. */
  @Text({ max: 80, nullable: true }) serialNo: string | null;
  @Day({ nullable: true }) acquiredOn: string | null;
  @OneOf(deviceConditions) condition: DeviceCondition;
  /** Where at the site: «tủ thiết bị», «trần, giữa phòng». */
  @Text({ max: 200, nullable: true }) location: string | null;
  @Text({ max: 1000, multiline: true, nullable: true }) notes: string | null;
  @Id() siteId: string;
  @Text({ max: 200 }) siteName: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @OneOf(deviceStates) state: DeviceState;
  @Day({ nullable: true }) retiredOn: string | null;
  /** Maintenance tasks about it that are not done: somebody, or a check, found something wrong. */
  @Int({ min: 0, max: 1_000_000 }) openTasks: number;
  /** The day on which the first of its schedules is due; null without any, and once it is retired (HB-6). */
  @Day({ nullable: true }) nextDueOn: string | null;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

/** `late`: its day is over. `due`: late, or to be done within so many days. `unplanned`: it has no schedule. */
export const maintenanceStandings = ['late', 'due', 'unplanned'] as const;
export type MaintenanceStanding = (typeof maintenanceStandings)[number];

export const deviceOrders = ['item', '-item', 'site', '-site', 'dueOn', '-dueOn'] as const;
export type DeviceOrder = (typeof deviceOrders)[number];

export class DeviceQuery extends PageQuery {
  @Id({ optional: true }) siteId?: string;
  /** Sites of this unit and of everything below it. */
  @Id({ optional: true }) unitId?: string;
  @Id({ optional: true }) itemId?: string;
  @OneOf(deviceConditions, { optional: true }) condition?: DeviceCondition;
  /** `active` unless told. */
  @OneOf(deviceStates, { optional: true }) state?: DeviceState;
  @OneOf(maintenanceStandings, { optional: true }) maintenance?: MaintenanceStanding;
  /** What `maintenance: due` looks ahead, in days; 30 unless told. */
  @Int({ min: 0, max: 366, optional: true }) withinDays?: number;
  /**
   * `item`, unless told: by what they are, then by serial number. `site`: by unit and site. `dueOn`: by the next maintenance,
   * devices without any last. `-item`: the other way round.
   */
  @OneOf(deviceOrders, { optional: true }) sort?: DeviceOrder;
}
export class DevicePage {
  @ListOf(() => SiteDevice, { max: 200 }) items: SiteDevice[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

export class DeviceRef {
  @Id() deviceId: string;
}
export class DeviceCode {
  @Text({ min: 12, max: 12, example: '7K2M9QX4T8VD' }) code: string;
}

/** Where a device came from and went, and who wrote it off. */
export class DeviceMove {
  @Id() id: string;
  @Instant() at: string;
  /** Null where it came into the inventory. */
  @Text({ max: 200, nullable: true }) fromSite: string | null;
  /** Null where it was retired. */
  @Text({ max: 200, nullable: true }) toSite: string | null;
  @Text({ max: 500, nullable: true }) reason: string | null;
}
export class DeviceMoves {
  /** The latest first. */
  @ListOf(() => DeviceMove, { max: 200 }) items: DeviceMove[];
}

export class AddDevice {
  @Id() siteId: string;
  @Id() itemId: string;
  @Text({ max: 80, optional: true, nullable: true, example: 'SN-0001' }) serialNo?: string | null;
  @Day({ optional: true, nullable: true }) acquiredOn?: string | null;
  @OneOf(deviceConditions) condition: DeviceCondition;
  @Text({ max: 200, optional: true, nullable: true }) location?: string | null;
  @Text({ max: 1000, multiline: true, optional: true, nullable: true }) notes?: string | null;
}

/** What is left out stays. */
export class ChangeDevice extends DeviceRef {
  /** As it was read; 412 when somebody else was quicker. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Id({ optional: true }) itemId?: string;
  @Text({ max: 80, optional: true, nullable: true }) serialNo?: string | null;
  @Day({ optional: true, nullable: true }) acquiredOn?: string | null;
  @OneOf(deviceConditions, { optional: true }) condition?: DeviceCondition;
  @Text({ max: 200, optional: true, nullable: true }) location?: string | null;
  @Text({ max: 1000, multiline: true, optional: true, nullable: true }) notes?: string | null;
}

/** To another site of the same province; both sites must be the caller's to keep. */
export class MoveDevice extends DeviceRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Id() siteId: string;
  @Text({ max: 500, example: 'Điều chuyển theo quyết định số 12/QĐ-SGDĐT' }) reason: string;
}
export class RetireDevice extends DeviceRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Text({ max: 500, example: 'Hỏng, không sửa được' }) reason: string;
}

/** Whether whoever scanned a label may change what they see. */
export class ScannedDevice extends SiteDevice {
  @Flag() mayWrite: boolean;
}

/** Equipment of sites. Read with `sites.read`, kept with `sites.write`, over the unit of the site. */
export const Equipment = contract('meetings.equipment', {
  list: takes(DeviceQuery).gives(DevicePage),
  find: takes(DeviceRef).gives(SiteDevice),
  /** What a label leads to. */
  byCode: takes(DeviceCode).gives(ScannedDevice),
  moves: takes(DeviceRef).gives(DeviceMoves),
  add: takes(AddDevice).gives(SiteDevice),
  change: takes(ChangeDevice).gives(SiteDevice),
  move: takes(MoveDevice).gives(SiteDevice),
  retire: takes(RetireDevice).gives(SiteDevice),
});
export class EquipmentClient extends ClientOf(Equipment) {}

export const equipmentErrors = failures('equipment', {
  notFound: { status: 404, vi: 'Không tìm thấy thiết bị', en: 'There is no such device' },
  itemRetired: {
    status: 409,
    vi: 'Mục này của danh mục đã ngừng dùng',
    en: 'This item of the catalogue is retired',
  },
  serialTaken: {
    status: 409,
    vi: 'Số sê-ri này đã có ở một thiết bị cùng loại trong tỉnh',
    en: 'A device of this kind in the province has this serial number already',
  },
  retired: { status: 409, vi: 'Thiết bị đã thanh lý', en: 'The device is retired' },
  sameSite: { status: 409, vi: 'Thiết bị đang ở điểm cầu này', en: 'The device is at this site already' },
  otherProvince: {
    status: 409,
    vi: 'Thiết bị không chuyển được sang tỉnh khác',
    en: 'A device does not move to another province',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Có người vừa sửa trước; xin tải lại rồi sửa tiếp',
    en: 'Somebody else was quicker; please reload and change again',
  },
});
