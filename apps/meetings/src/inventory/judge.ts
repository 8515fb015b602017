import { folded } from '@diemcau/contracts/core/folded';
import type { DeviceCondition } from '@diemcau/contracts/meetings/equipment';
import type {
  InventoryChange,
  InventoryFault,
  InventoryField,
  RowOutcome,
} from '@diemcau/contracts/meetings/inventory';
import { inventoryColumns, titleOf } from './columns.js';
import { faultOf, type InventoryFaultCode } from './faults.js';
import { conditionOf, conditionWords, dayFrom } from './parse.js';
import { deviceKey, itemKey, type KnownDevice, type KnownItem, type KnownSite, type World } from './world.js';

export interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Columns, counted from 1, that could not be read for certain. */
  readonly doubts: readonly number[];
}

/** What a row makes of a device. */
export interface Plan {
  readonly device: KnownDevice | null;
  readonly site: KnownSite;
  readonly itemId: string;
  readonly serialNo: string;
  readonly acquiredOn: string | null;
  readonly condition: DeviceCondition;
  readonly location: string | null;
  readonly notes: string | null;
}
export interface Judged {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly changes: readonly InventoryChange[];
  readonly faults: readonly InventoryFault[];
  /** Null for a row with faults. */
  readonly plan: Plan | null;
}

const longest: Readonly<Record<InventoryField, number>> = {
  site: 200,
  unit: 200,
  item: 120,
  serialNo: 80,
  acquiredOn: 40,
  condition: 40,
  location: 200,
  notes: 1000,
};

/** One row after the other, since the same device may not come twice. An empty cell leaves what is known as it is. */
export function judgeRows(
  rows: readonly RawRow[],
  fields: readonly (InventoryField | null)[],
  world: World,
): Judged[] {
  const seen = new Map<string, number>();
  return rows.map((raw) => judgeRow(raw, fields, world, seen));
}

function judgeRow(
  raw: RawRow,
  fields: readonly (InventoryField | null)[],
  world: World,
  seen: Map<string, number>,
): Judged {
  const faults: InventoryFault[] = [];
  const columnOf = (field: InventoryField): number | null => fields.indexOf(field) + 1 || null;
  const blame = (code: InventoryFaultCode, field: InventoryField, ...details: (string | number)[]): null => {
    faults.push(faultOf(code, columnOf(field), ...details));
    return null;
  };
  const text = (field: InventoryField): string => raw.cells[fields.indexOf(field)] ?? '';

  for (const { field, required } of inventoryColumns) {
    const column = columnOf(field);
    if (required && text(field) === '') blame('required', field, titleOf(field));
    else if (text(field).length > longest[field]) blame('tooLong', field, longest[field]);
    else if (column !== null && raw.doubts.includes(column)) blame('doubtful', field);
  }
  const site = text('site') === '' ? null : findSite(world, text('site'), text('unit'), blame);
  const item = site && text('item') !== '' ? findItem(world, site, text('item'), blame) : null;
  const acquiredOn =
    text('acquiredOn') === '' ? null : (dayFrom(text('acquiredOn')) ?? blame('notADate', 'acquiredOn'));
  const condition =
    text('condition') === ''
      ? null
      : (conditionOf(text('condition')) ?? blame('unknownCondition', 'condition'));
  const serialNo = text('serialNo');
  const key = site && item && deviceKey(site.provinceId, item.id, folded(serialNo));
  const device = (key && world.devices.get(key)) || null;
  if (key && serialNo !== '') {
    const earlier = seen.get(key);
    if (earlier !== undefined) blame('twiceInFile', 'serialNo', earlier);
    else seen.set(key, raw.row);
    if (device && !device.mine) blame('elsewhere', 'serialNo');
    else if (device?.retired) blame('retired', 'serialNo');
    else if (!device && item?.retired) blame('itemRetired', 'item');
  }
  if (faults.length > 0 || !site || !item) {
    return { row: raw.row, outcome: 'error', changes: [], faults, plan: null };
  }
  const plan: Plan = {
    device,
    site,
    itemId: item.id,
    serialNo,
    acquiredOn: acquiredOn ?? device?.acquiredOn ?? null,
    condition: condition ?? device?.condition ?? 'good',
    location: text('location') || (device?.location ?? null),
    notes: text('notes') || (device?.notes ?? null),
  };
  const changes = changesOf(plan);
  const outcome = device === null ? 'create' : changes.length > 0 ? 'change' : 'unchanged';
  return { row: raw.row, outcome, changes, faults: [], plan };
}

type Blame = (code: InventoryFaultCode, field: InventoryField, ...details: (string | number)[]) => null;

function findSite(world: World, name: string, unit: string, blame: Blame): KnownSite | null {
  const named = world.sites.get(folded(name)) ?? [];
  const fitting = unit === '' ? named : named.filter(({ unitKey }) => unitKey === folded(unit));
  const [site] = fitting;
  if (!site) return blame('unknownSite', 'site');
  if (fitting.length > 1) return blame('manySites', 'site', fitting.length);
  return site.retired ? blame('siteRetired', 'site') : site;
}

const findItem = (world: World, { provinceId }: KnownSite, name: string, blame: Blame): KnownItem | null =>
  world.items.get(itemKey(provinceId, folded(name))) ?? blame('unknownItem', 'item');

/** What would be different of a device that is known. */
function changesOf({ device, site, ...plan }: Plan): InventoryChange[] {
  if (!device) return [];
  const changes: InventoryChange[] = [];
  const compare = (field: InventoryField, before: string | null, after: string | null): void => {
    if (before !== after) changes.push({ field, before, after });
  };
  if (device.siteId !== site.id) changes.push({ field: 'site', before: device.siteName, after: site.name });
  compare('acquiredOn', device.acquiredOn, plan.acquiredOn);
  compare('condition', conditionWords[device.condition], conditionWords[plan.condition]);
  compare('location', device.location, plan.location);
  compare('notes', device.notes, plan.notes);
  return changes;
}
