import type { Caller } from '@diemcau/contracts/core/caller';
import { folded } from '@diemcau/contracts/core/folded';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { DevicesService } from '../equipment/devices.service.js';
import type { Plan } from './judge.js';

/** Of `jsonb_to_recordset`. */
const columns = `id uuid, code text, province uuid, site uuid, item uuid, serial text, key text, acquired date,
  condition text, location text, notes text, search text, was_at uuid`;

/** Writes what was judged, thousands of devices in a few statements. */
@Injectable()
export class InventoryWriterService {
  constructor(
    private readonly devices: DevicesService,
    private readonly audit: Audit,
  ) {}

  async write(
    manager: EntityManager,
    importId: string,
    plans: readonly Plan[],
    caller: Caller,
  ): Promise<void> {
    const made = plans.filter(({ device }) => device === null);
    const changed = plans.filter(({ device }) => device !== null);
    const byId = caller.kind === 'user' ? caller.userId : null;
    const [creating, changing] = [
      JSON.stringify(made.map((plan) => toRow(plan, this.devices.newCode()))),
      JSON.stringify(changed.map((plan) => toRow(plan, ''))),
    ];
    await manager.query(
      `INSERT INTO devices (id, code, province_id, site_id, item_id, serial_no, serial_key, acquired_on, condition,
         location, notes, search)
       SELECT id, code, province, site, item, serial, key, acquired, condition, location, notes, search
       FROM jsonb_to_recordset($1) AS r (${columns})`,
      [creating],
    );
    await manager.query(
      `UPDATE devices d SET site_id = r.site, acquired_on = r.acquired, condition = r.condition, location = r.location,
         notes = r.notes, search = r.search || ' ' || lower(d.code), version = version + 1
       FROM jsonb_to_recordset($1) AS r (${columns}) WHERE d.id = r.id`,
      [changing],
    );
    await manager.query(
      `INSERT INTO device_moves (id, device_id, from_site_id, to_site_id, reason, by_id)
       SELECT gen_random_uuid(), r.id, r.was_at, r.site, 'Nhập kiểm kê', $3
       FROM (SELECT * FROM jsonb_to_recordset($1) AS a (${columns})
             UNION ALL SELECT * FROM jsonb_to_recordset($2) AS b (${columns})) r
       WHERE r.was_at IS DISTINCT FROM r.site`,
      [creating, changing, byId],
    );
    await this.devices.bringFiles(
      manager,
      changed.flatMap(({ device, site }) => (device && device.siteId !== site.id ? [device.id] : [])),
    );
    for (const unitId of new Set(plans.map(({ site }) => site.unitId))) {
      const ofUnit = plans.filter(({ site }) => site.unitId === unitId);
      const created = ofUnit.filter(({ device }) => device === null).length;
      await this.audit.record(manager, caller, {
        action: 'inventory.write',
        unitId,
        object: { kind: 'inventoryImport', id: importId },
        after: { created, changed: ofUnit.length - created },
      });
    }
  }
}

/** @param code of a new device */
function toRow(
  { device, site, itemId, serialNo, ...plan }: Plan,
  code: string,
): Record<string, string | null> {
  const words = `${serialNo} ${plan.location ?? ''}`;
  return {
    id: device?.id ?? randomUUID(),
    code,
    province: site.provinceId,
    site: site.id,
    item: itemId,
    serial: serialNo,
    key: folded(serialNo),
    acquired: plan.acquiredOn,
    condition: plan.condition,
    location: plan.location,
    notes: plan.notes,
    search: folded(`${words} ${code}`),
    was_at: device?.siteId ?? null,
  };
}
