import type { Caller, ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { RosterClient, type RosterEntry, rosterErrors } from '@diemcau/contracts/identity/roster';
import type { SetSiteOperators } from '@diemcau/contracts/meetings/sites';
import { siteErrors } from '@diemcau/contracts/meetings/sites-errors';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SiteEventsService } from './events.service.js';
import { SitesService } from './sites.service.js';
import { isOver } from './standing.js';
import { SiteStandingService } from './standing.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** Who runs a site: people of the roster (HB-10.3), copied so that I8 can be judged without asking. */
@Injectable()
export class SiteOperatorsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sites: SitesService,
    private readonly roster: RosterClient,
    private readonly standing: SiteStandingService,
    private readonly events: SiteEventsService,
  ) {}

  /** @throws Failure `sites.operatorElsewhere`, `.changed` */
  async set({ siteId, version, entryIds }: SetSiteOperators, caller: Caller): Promise<void> {
    const { unitPath } = await this.sites.allowing(caller, 'sites.write', siteId);
    const entries = await Promise.all(entryIds.map((entryId) => this.entry(entryId)));
    const today = this.standing.today();
    // Who came along when the site was handed over stays, whatever roster has them.
    const assigned = await this.assigned(siteId);
    const present = entries.filter(
      (entry) =>
        entry !== null &&
        (unitPath.includes(entry.unitId) || assigned.has(entry.id)) &&
        !isOver(entry.until, today),
    );
    if (present.length < entryIds.length) throw new Failure(siteErrors.operatorElsewhere);
    await this.database.transaction(async (manager) => {
      const { unitId } = await this.sites.hold(manager, caller, 'sites.write', siteId, version);
      const [removed] = await manager.query<[{ entryId: string }[], number]>(
        'DELETE FROM site_operators WHERE site_id = $1 RETURNING entry_id AS "entryId"',
        [siteId],
      );
      for (const [position, entry] of entries.entries()) {
        if (!entry) continue;
        await manager.query(
          `INSERT INTO site_operators (site_id, entry_id, user_id, name, phone, duties, until, position)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [siteId, entry.id, ...copied(entry), position],
        );
      }
      await manager.query('UPDATE sites SET version = version + 1 WHERE id = $1', [siteId]);
      await this.standing.judge(manager, siteId);
      const audited = {
        action: 'sites.setOperators',
        unitId,
        object: { kind: 'site', id: siteId },
        before: { entryIds: removed.map(({ entryId }) => entryId) },
        after: { entryIds },
      };
      const changes = [{ field: 'operators', from: String(removed.length), to: String(entryIds.length) }];
      await this.events.record(manager, caller, siteId, audited, { kind: 'operators', changes });
    });
  }

  /** Copies the roster anew for one site; who is in it no more is taken away. */
  async refresh(siteId: string): Promise<void> {
    for (const entryId of await this.assigned(siteId)) {
      const entry = await this.entry(entryId);
      if (entry) {
        await this.database.query(
          `UPDATE site_operators SET user_id = $3, name = $4, phone = $5, duties = $6, until = $7
           WHERE site_id = $1 AND entry_id = $2`,
          [siteId, entryId, ...copied(entry)],
        );
      } else {
        await this.database.query('DELETE FROM site_operators WHERE site_id = $1 AND entry_id = $2', [
          siteId,
          entryId,
        ]);
      }
    }
  }

  private async assigned(siteId: string): Promise<Set<string>> {
    const rows = await this.database.query<{ entryId: string }[]>(
      'SELECT entry_id AS "entryId" FROM site_operators WHERE site_id = $1',
      [siteId],
    );
    return new Set(rows.map(({ entryId }) => entryId));
  }

  private async entry(entryId: string): Promise<RosterEntry | null> {
    return this.roster.find({ entryId }, itself).catch((error: unknown) => {
      if (error instanceof Failure && error.is(rosterErrors.notFound)) return null;
      throw error;
    });
  }
}

const copied = ({ userId, name, phone, duties, until }: RosterEntry) => [userId, name, phone, duties, until];
