import type { Caller, ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { UsersClient } from '@diemcau/contracts/identity/users';
import {
  type AcknowledgeRules,
  rulesErrors,
  type RulesAcknowledgement,
  type SiteRules,
} from '@diemcau/contracts/meetings/room-rules';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SiteEventsService } from '../sites/events.service.js';
import { SitesService } from '../sites/sites.service.js';
import { RulesPublishingService } from './publishing.service.js';
import { rulesAtSite, rulesColumns, type RulesRow } from './rules-row.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** Operators say that they have read the rules of their site (HB-6). */
@Injectable()
export class RulesAcknowledgingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sites: SitesService,
    private readonly users: UsersClient,
    private readonly publishing: RulesPublishingService,
    private readonly events: SiteEventsService,
  ) {}

  /** @throws Failure `sites.notFound` */
  async at(siteId: string, caller: Caller): Promise<SiteRules> {
    await this.sites.allowing(caller, 'sites.read', siteId);
    const { manager } = this.database;
    const rows = await manager.query<RulesRow[]>(
      `SELECT ${rulesColumns} FROM room_rules r WHERE r.id = (SELECT ${rulesAtSite} FROM sites s WHERE s.id = $1)`,
      [siteId],
    );
    const [rules = null] = await this.publishing.whole(manager, rows);
    const acknowledged = await manager.query<(Omit<RulesAcknowledgement, 'at'> & { at: Date })[]>(
      `SELECT user_id AS "userId", name, at FROM rules_acknowledgements WHERE site_id = $1 AND rules_id = $2
       ORDER BY at, user_id LIMIT 200`,
      [siteId, rules?.id ?? null],
    );
    return {
      rules,
      acknowledged: acknowledged.map((one) => ({ ...one, at: one.at.toISOString() })),
      mine: caller.kind === 'user' && acknowledged.some(({ userId }) => userId === caller.userId),
    };
  }

  /** Once is enough. @throws Failure `roomRules.personNeeded`, `.outdated`, `sites.notFound` */
  async acknowledge({ siteId, rulesId }: AcknowledgeRules, caller: Caller): Promise<SiteRules> {
    const site = await this.sites.allowing(caller, 'sites.write', siteId);
    if (caller.kind !== 'user') throw new Failure(rulesErrors.personNeeded);
    const { userId } = caller;
    const { displayName } = await this.users.find({ userId }, itself);
    await this.database.transaction(async (manager) => {
      const [holding] = await manager.query<{ id: string | null }[]>(
        `SELECT ${rulesAtSite} AS id FROM sites s WHERE s.id = $1`,
        [siteId],
      );
      if (holding?.id !== rulesId) throw new Failure(rulesErrors.outdated, { rulesId: holding?.id ?? null });
      const written = await manager.query<unknown[]>(
        `INSERT INTO rules_acknowledgements (rules_id, site_id, user_id, name) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING rules_id`,
        [rulesId, siteId, userId, displayName],
      );
      if (written.length === 0) return;
      const audited = {
        action: 'roomRules.acknowledge',
        unitId: site.unitId,
        object: { kind: 'site', id: siteId },
        after: { rulesId },
      };
      await this.events.record(manager, caller, siteId, audited, { kind: 'rules' });
    });
    return this.at(siteId, caller);
  }
}
