import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import type { Unit } from '@diemcau/contracts/identity/units';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { searchOf } from './changes.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const reason = 'Đơn vị đã giải thể hoặc sáp nhập';

/** What becomes of sites when units change. */
@Injectable()
export class SiteClosingService {
  constructor(private readonly audit: Audit) {}

  /** Names are already the new ones; what is searched for follows. I3: sites of a closed unit take no more meetings. */
  async unitsChanged(manager: EntityManager, units: readonly Unit[]): Promise<void> {
    for (const unit of units) {
      const sites = await manager.query<
        { id: string; name: string; address: string | null; state: string }[]
      >(
        `SELECT id, name, address, state FROM sites WHERE unit_id = $1 AND state <> 'retired' FOR NO KEY UPDATE`,
        [unit.id],
      );
      for (const site of sites) {
        await manager.query('UPDATE sites SET search = $2 WHERE id = $1', [
          site.id,
          searchOf(unit.name, site),
        ]);
        if (unit.state === 'closed' && site.state !== 'suspended') await this.suspend(manager, unit.id, site);
      }
    }
  }

  private async suspend(
    manager: EntityManager,
    unitId: string,
    { id, state }: { id: string; state: string },
  ): Promise<void> {
    await manager.query(
      `UPDATE sites SET state = 'suspended', suspended_reason = $2, version = version + 1 WHERE id = $1`,
      [id, reason],
    );
    await this.audit.record(manager, itself, {
      action: 'sites.state',
      unitId,
      object: { kind: 'site', id },
      before: { state },
      after: { state: 'suspended', reason },
    });
  }
}
