import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { equipmentErrors, type MoveDevice, type RetireDevice } from '@diemcau/contracts/meetings/equipment';
import { Audit } from '@diemcau/service/audit/audit';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { SitesService } from '../sites/sites.service.js';
import { DevicesService } from './devices.service.js';
import { dayOf } from '@diemcau/service/time/vietnam-day';

/** Where devices go; where they were stays known. */
@Injectable()
export class MovingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly devices: DevicesService,
    private readonly sites: SitesService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `equipment.*`, `sites.*` */
  async move({ deviceId, version, siteId, reason }: MoveDevice, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const device = await this.devices.hold(manager, caller, deviceId, version);
      if (device.siteId === siteId) throw new Failure(equipmentErrors.sameSite, { siteId });
      const site = await this.sites.hold(manager, caller, 'sites.write', siteId);
      if (site.unitPath[0] !== device.provinceId) throw new Failure(equipmentErrors.otherProvince);
      await manager.query('UPDATE devices SET site_id = $2, version = version + 1 WHERE id = $1', [
        deviceId,
        siteId,
      ]);
      await this.devices.bringFiles(manager, [deviceId]);
      await this.remember(manager, deviceId, device.siteId, siteId, reason, caller);
      for (const unitId of new Set([device.unitId, site.unitId])) {
        await this.audit.record(manager, caller, {
          action: 'equipment.move',
          unitId,
          object: { kind: 'device', id: deviceId },
          before: { siteId: device.siteId },
          after: { siteId, reason },
        });
      }
    });
  }

  /** @throws Failure `equipment.*` */
  async retire({ deviceId, version, reason }: RetireDevice, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const device = await this.devices.hold(manager, caller, deviceId, version);
      await manager.query(
        `UPDATE devices SET state = 'retired', retired_on = $2, version = version + 1 WHERE id = $1`,
        [deviceId, dayOf(this.clock.now())],
      );
      await this.remember(manager, deviceId, device.siteId, null, reason, caller);
      await this.audit.record(manager, caller, {
        action: 'equipment.retire',
        unitId: device.unitId,
        object: { kind: 'device', id: deviceId },
        after: { reason },
      });
    });
  }

  private async remember(
    manager: EntityManager,
    deviceId: string,
    from: string,
    to: string | null,
    reason: string,
    caller: Caller,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO device_moves (id, device_id, from_site_id, to_site_id, reason, by_id, at)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
      [deviceId, from, to, reason, caller.kind === 'user' ? caller.userId : null, this.clock.now()],
    );
  }
}
