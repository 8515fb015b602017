import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { UnitReportsClient } from '@diemcau/contracts/identity/unit-reports';
import type { Unit } from '@diemcau/contracts/identity/units';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { searchOf } from './changes.service.js';
import { SiteEventsService } from './events.service.js';
import { SiteHandingOverService } from './handing-over.service.js';
import { siteColumns, type SiteRow } from './site-row.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const merged = 'Đơn vị sáp nhập';
const closed = 'Đơn vị đã giải thể hoặc chia tách; điểm cầu chờ giao cho đơn vị khác';

/** What becomes of sites when units change. */
@Injectable()
export class SiteClosingService {
  constructor(
    private readonly reports: UnitReportsClient,
    private readonly handing: SiteHandingOverService,
    private readonly events: SiteEventsService,
  ) {}

  /**
   * Names are already the new ones; what is searched for follows. I3: a closed unit takes no more meetings. Its sites go to
   * the one unit that carries on its work; where there is none, or several, somebody has to decide, and they are suspended.
   */
  async unitsChanged(manager: EntityManager, units: readonly Unit[]): Promise<void> {
    for (const unit of units) {
      const sites = await manager.query<SiteRow[]>(
        `SELECT ${siteColumns} FROM sites s WHERE s.unit_id = $1 AND s.state <> 'retired' ORDER BY s.no FOR NO KEY UPDATE`,
        [unit.id],
      );
      for (const site of sites) {
        await manager.query('UPDATE sites SET search = $2 WHERE id = $1', [
          site.id,
          searchOf(unit.name, site),
        ]);
      }
      if (unit.state === 'closed' && sites.length > 0) await this.givenUp(manager, unit.id, sites);
    }
  }

  private async givenUp(manager: EntityManager, unitId: string, sites: readonly SiteRow[]): Promise<void> {
    const { items } = await this.reports.now({ unitIds: [unitId] }, itself);
    const [successor, ...others] = items.find((item) => item.unitId === unitId)?.now ?? [];
    for (const site of sites) {
      if (successor && others.length === 0) {
        await this.handing.give(manager, itself, site, successor, merged);
      } else if (site.state !== 'suspended') await this.suspend(manager, site);
    }
  }

  private async suspend(manager: EntityManager, { id, unitId, state }: SiteRow): Promise<void> {
    await manager.query(
      `UPDATE sites SET state = 'suspended', suspended_reason = $2, version = version + 1 WHERE id = $1`,
      [id, closed],
    );
    await this.events.record(
      manager,
      itself,
      id,
      {
        action: 'sites.state',
        unitId,
        object: { kind: 'site', id },
        before: { state },
        after: { state: 'suspended', reason: closed },
      },
      { kind: 'state', note: closed, changes: [{ field: 'state', from: state, to: 'suspended' }] },
    );
  }
}
