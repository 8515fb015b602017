import type { Caller, UserCaller } from '@diemcau/contracts/core/caller';
import { CatalogueClient } from '@diemcau/contracts/meetings/catalogue';
import { type AddDevice, type SiteDevice, EquipmentClient } from '@diemcau/contracts/meetings/equipment';
import type { TestBed } from '@diemcau/testing/service';
import { holding, type Maker } from './meetings.js';
import { SiteMaker } from './sites.js';

/** A province with two schools, a site in each, and somebody for every part. */
export interface Province {
  readonly department: string;
  readonly schools: readonly [string, string];
  readonly sites: readonly [string, string];
  readonly admin: UserCaller;
  /** Of the first school alone. */
  readonly operator: UserCaller;
  readonly teacher: UserCaller;
  /** Of the second school alone. */
  readonly neighbour: UserCaller;
}

export async function makeProvince(bed: TestBed, make: Maker, name = 'Mẫu'): Promise<Province> {
  const department = await make.unit(`Sở ${name}`);
  const schools = [
    await make.unit(`Trường ${name} Một`, department),
    await make.unit(`Trường ${name} Hai`, department),
  ] as const;
  const [first, second] = schools;
  const admin = holding('departmentAdmin', department, await make.user('Người Quản Trị', department));
  const maker = new SiteMaker(bed);
  const one = await maker.site(first, admin, { name: `Phòng ${name} Một` });
  const two = await maker.site(second, admin, { name: `Phòng ${name} Hai` });
  return {
    department,
    schools,
    sites: [one.id, two.id],
    admin,
    operator: holding('siteOperator', first, await make.user('Người Vận Hành', first)),
    teacher: holding('teacher', first),
    neighbour: holding('siteOperator', second),
  };
}

/** The id of an item of the catalogue by its name. */
export async function itemNamed(bed: TestBed, name: string, caller: Caller): Promise<string> {
  const { items } = await bed.client(CatalogueClient).list({ q: name }, caller);
  const item = items.find((one) => one.name === name);
  if (!item) throw new Error(`the catalogue has no ${name}`);
  return item.id;
}

export async function device(
  bed: TestBed,
  siteId: string,
  caller: Caller,
  more: Partial<AddDevice> = {},
): Promise<SiteDevice> {
  const itemId = more.itemId ?? (await itemNamed(bed, 'Webcam', caller));
  return bed.client(EquipmentClient).add({ siteId, condition: 'good', ...more, itemId }, caller);
}
