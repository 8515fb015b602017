import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { SiteVersionRef, SuspendSite } from '@diemcau/contracts/meetings/sites';
import { siteErrors } from '@diemcau/contracts/meetings/sites-errors';
import type { SiteState } from '@diemcau/contracts/meetings/vocabulary';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { SiteEventsService } from './events.service.js';
import type { SiteRow } from './site-row.js';
import { SitesService } from './sites.service.js';
import { SiteStandingService } from './standing.service.js';

/** What people decide about a site's state; the rest follows from I8. */
@Injectable()
export class SiteLifecycleService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sites: SitesService,
    private readonly standing: SiteStandingService,
    private readonly clock: Clock,
    private readonly events: SiteEventsService,
  ) {}

  /** Meetings that have it already keep it: whoever prepares them sees that it is suspended. @throws Failure `sites.wrongState` */
  async suspend({ siteId, version, reason }: SuspendSite, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const site = await this.sites.hold(manager, caller, 'sites.configure', siteId, version);
      if (site.state === 'suspended') throw new Failure(siteErrors.wrongState, { state: site.state });
      await this.enter(manager, caller, site, 'suspended', reason);
    });
  }

  /** @throws Failure `sites.wrongState` */
  async resume({ siteId, version }: SiteVersionRef, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const site = await this.sites.hold(manager, caller, 'sites.configure', siteId, version);
      if (site.state !== 'suspended') throw new Failure(siteErrors.wrongState, { state: site.state });
      await this.enter(manager, caller, site, site.wasReady ? 'degraded' : 'draft', null);
      await this.standing.judge(manager, siteId);
    });
  }

  /** For good. @throws Failure `sites.booked` while meetings to come count on it */
  async retire({ siteId, version }: SiteVersionRef, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const site = await this.sites.hold(manager, caller, 'sites.configure', siteId, version);
      const [{ meetings }] = await manager.query<[{ meetings: number }]>(
        `SELECT count(*)::int AS meetings FROM occurrence_sites
         WHERE site_id = $1 AND booked AND upper(during) > $2`,
        [siteId, this.clock.now()],
      );
      if (meetings > 0) throw new Failure(siteErrors.booked, { meetings });
      await this.enter(manager, caller, site, 'retired', null);
    });
  }

  private async enter(
    manager: EntityManager,
    caller: Caller,
    { id, unitId, state: before }: SiteRow,
    state: SiteState,
    reason: string | null,
  ): Promise<void> {
    await manager.query(
      'UPDATE sites SET state = $2, suspended_reason = $3, version = version + 1 WHERE id = $1',
      [id, state, reason],
    );
    const audited = {
      action: 'sites.state',
      unitId,
      object: { kind: 'site', id },
      before: { state: before },
      after: { state, ...(reason !== null && { reason }) },
    };
    const changes = [{ field: 'state', from: before, to: state }];
    await this.events.record(manager, caller, id, audited, { kind: 'state', note: reason, changes });
  }
}
