import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import type { ChecklistItem, ReadinessResult } from '@diemcau/contracts/meetings/readiness';
import type { StateReason } from '@diemcau/contracts/meetings/sites';
import type { SiteState } from '@diemcau/contracts/meetings/vocabulary';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChecklistsService, resultAt } from '../readiness/checklists.service.js';
import { SiteEventsService } from './events.service.js';
import { siteColumns, type SiteRow } from './site-row.js';
import { type Circumstances, reasonsOf, scoreOf, stateOf } from './standing.js';
import { dayOf } from './today.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** Keeps state and score of sites as I8 has them. To be called after every change of what they follow from. */
@Injectable()
export class SiteStandingService {
  constructor(
    private readonly checklists: ChecklistsService,
    private readonly clock: Clock,
    private readonly events: SiteEventsService,
  ) {}

  /** `YYYY-MM-DD` in Vietnam. */
  today(): string {
    return dayOf(this.clock.now());
  }

  /** In the transaction of the change. A state that changes by itself is audited too. */
  async judge(manager: EntityManager, siteId: string): Promise<void> {
    const [site] = await manager.query<
      { id: string; unitId: string; provinceId: string; state: SiteState }[]
    >(
      `SELECT id, unit_id AS "unitId", unit_path[1] AS "provinceId", state FROM sites WHERE id = $1 FOR NO KEY UPDATE`,
      [siteId],
    );
    if (!site || site.state === 'retired') return;
    const { items } = await this.checklists.of(manager, site.provinceId);
    const { state, reasons } = await judgedBy(manager, siteId, items, this.today());
    if (state === site.state) return;
    const audited = {
      action: 'sites.state',
      unitId: site.unitId,
      object: { kind: 'site', id: siteId },
      before: { state: site.state },
      after: { state, reasons },
    };
    const changes = [{ field: 'state', from: site.state, to: state }];
    await this.events.record(manager, itself, siteId, audited, { kind: 'state', changes });
  }

  /** A line test of the site: the slower way counts from now on. @param mbps 0 where nothing got through */
  async lineMeasured(manager: EntityManager, siteId: string, mbps: number): Promise<void> {
    await manager.query('UPDATE sites SET measured_mbps = $2, measured_at = $3 WHERE id = $1', [
      siteId,
      mbps,
      this.clock.now(),
    ]);
    await this.judge(manager, siteId);
  }
}

/** Writes state, reasons and score of a site as they follow from what is in the database. */
export async function judgedBy(
  manager: EntityManager,
  siteId: string,
  items: readonly ChecklistItem[],
  today: string,
): Promise<{ state: SiteState; reasons: StateReason[] }> {
  const [site] = await manager.query<[SiteRow]>(`SELECT ${siteColumns} FROM sites s WHERE id = $1`, [siteId]);
  await count(manager, site, items, today);
  const circumstances = await circumstancesOf(manager, site, items, today);
  const reasons = reasonsOf(circumstances);
  const state = stateOf(site.state, site.wasReady, reasons.length);
  await manager.query(
    `UPDATE sites SET state = $2, reasons = $3, score = $4, was_ready = was_ready OR $2 = 'ready' WHERE id = $1`,
    [siteId, state, JSON.stringify(reasons), scoreOf(circumstances)],
  );
  return { state, reasons };
}

/** What units said of points about seats stays; its result follows the capacity, for all who ask by SQL (HB-2.3). */
async function count(
  manager: EntityManager,
  { id, capacity }: SiteRow,
  items: readonly ChecklistItem[],
  today: string,
): Promise<void> {
  for (const item of items) {
    if (item.seats === null) continue;
    const { result } = resultAt(item, undefined, capacity, today);
    await manager.query(
      `UPDATE readiness_answers SET result = $3, reason = NULL, expires_on = NULL
       WHERE site_id = $1 AND key = $2 AND result <> $3 AND (result <> 'waived' OR expires_on < $4)`,
      [id, item.key, result, today],
    );
  }
}

async function circumstancesOf(
  manager: EntityManager,
  site: SiteRow,
  items: readonly ChecklistItem[],
  today: string,
): Promise<Circumstances> {
  const answers = await manager.query<{ key: string; result: ReadinessResult; expiresOn: string | null }[]>(
    'SELECT key, result, expires_on::text AS "expiresOn" FROM readiness_answers WHERE site_id = $1',
    [site.id],
  );
  const operators = await manager.query<Circumstances['operators']>(
    'SELECT phone, until::text FROM site_operators WHERE site_id = $1',
    [site.id],
  );
  const byKey = new Map(answers.map((answer) => [answer.key, answer]));
  return {
    today,
    items: items.map((item) => ({
      nameVi: item.nameVi,
      nameEn: item.nameEn,
      weight: item.weight,
      counted: item.seats !== null,
      ...resultAt(item, byKey.get(item.key), site.capacity, today),
    })),
    requiredMbps: site.requiredMbps,
    lineMbps: site.measuredMbps ?? site.contractedMbps,
    operators,
  };
}
