import type { SiteDevice } from '@diemcau/contracts/meetings/equipment';

/** A device with what decides who may do what with it. */
export interface DeviceRow extends SiteDevice {
  readonly provinceId: string;
  readonly unitPath: string[];
}

export const deviceColumns = `d.id, d.code, d.item_id AS "itemId", i.name AS "itemName", i.purpose,
  i.picture_id AS "pictureId", d.serial_no AS "serialNo", d.acquired_on::text AS "acquiredOn", d.condition, d.location,
  d.notes, d.site_id AS "siteId", s.name AS "siteName", s.unit_id AS "unitId", s.unit_name AS "unitName", d.state,
  d.retired_on::text AS "retiredOn", (SELECT count(*)::int FROM maintenance_tasks k
    WHERE k.device_id = d.id AND k.state = 'open') AS "openTasks",
  (SELECT min(x.due_on)::text FROM maintenance_dues x WHERE x.device_id = d.id) AS "nextDueOn", d.version, d.province_id AS "provinceId", s.unit_path AS "unitPath"`;

/** Whose a device is, its site says. */
export const deviceTables =
  'devices d JOIN catalogue_items i ON i.id = d.item_id JOIN sites s ON s.id = d.site_id';

export const toDevice = ({ provinceId: _province, unitPath: _path, ...device }: DeviceRow): SiteDevice =>
  device;
