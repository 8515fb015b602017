import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type AddCost,
  type ChangeCost,
  costErrors,
  type CostLine,
  type CostList,
  type CostQuery,
  type CostRef,
} from '@diemcau/contracts/meetings/costs';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { SitesService } from '../sites/sites.service.js';

/** Lines of one site in one year; they are answered whole. */
const mostPerYear = 200;

const columns = `c.id, c.site_id AS "siteId", c.year, c.kind, c.text, c.planned::float8 AS planned,
  c.actual::float8 AS actual, c.version`;

type Held = CostLine & { readonly unitId: string; readonly unitPath: string[] };

@Injectable()
export class CostsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sites: SitesService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `sites.notFound` */
  async of({ siteId, year }: CostQuery, caller: Caller): Promise<CostList> {
    await this.sites.allowing(caller, 'sites.read', siteId);
    const items = await this.database.query<CostLine[]>(
      `SELECT ${columns} FROM cost_lines c WHERE c.site_id = $1 AND c.year = $2 ORDER BY c.created_at, c.id`,
      [siteId, year],
    );
    return { items };
  }

  /** @throws Failure `sites.notFound`, `.retired`, `costs.tooMany` */
  async add(
    { siteId, year, kind, text, planned, actual = null }: AddCost,
    caller: Caller,
  ): Promise<CostLine> {
    const id = randomUUID();
    await this.database.transaction(async (manager) => {
      const { unitId } = await this.sites.hold(manager, caller, 'sites.write', siteId);
      const [{ there }] = await manager.query<[{ there: number }]>(
        'SELECT count(*)::int AS there FROM cost_lines WHERE site_id = $1 AND year = $2',
        [siteId, year],
      );
      if (there >= mostPerYear) throw new Failure(costErrors.tooMany, { mostPerYear });
      await manager.query(
        `INSERT INTO cost_lines (id, site_id, year, kind, text, planned, actual)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, siteId, year, kind, text, planned, actual],
      );
      const object = { kind: 'cost', id };
      const after = { siteId, year, kind, text, planned, actual };
      await this.audit.record(manager, caller, { action: 'costs.add', unitId, object, after });
    });
    return { id, siteId, year, kind, text, planned, actual, version: 1 };
  }

  /** @throws Failure `costs.notFound`, `.changed` */
  async change({ costId, version, ...given }: ChangeCost, caller: Caller): Promise<CostLine> {
    return this.database.transaction(async (manager) => {
      const { unitId, unitPath: _path, ...before } = await this.hold(manager, costId, caller);
      if (before.version !== version) throw new Failure(costErrors.changed, { version: before.version });
      const stated = Object.entries(given).filter(([, value]) => value !== undefined);
      const after: CostLine = { ...before, ...Object.fromEntries(stated), version: version + 1 };
      await manager.query(
        'UPDATE cost_lines SET kind = $2, text = $3, planned = $4, actual = $5, version = $6 WHERE id = $1',
        [costId, after.kind, after.text, after.planned, after.actual, after.version],
      );
      const object = { kind: 'cost', id: costId };
      await this.audit.record(manager, caller, { action: 'costs.change', unitId, object, before, after });
      return after;
    });
  }

  /** @throws Failure `costs.notFound` */
  async remove({ costId }: CostRef, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const { unitId, unitPath: _path, ...before } = await this.hold(manager, costId, caller);
      await manager.query('DELETE FROM cost_lines WHERE id = $1', [costId]);
      const object = { kind: 'cost', id: costId };
      await this.audit.record(manager, caller, { action: 'costs.remove', unitId, object, before });
    });
  }

  private async hold(manager: EntityManager, costId: string, caller: Caller): Promise<Held> {
    const [line] = await manager.query<Held[]>(
      `SELECT ${columns}, s.unit_id AS "unitId", s.unit_path AS "unitPath"
       FROM cost_lines c JOIN sites s ON s.id = c.site_id WHERE c.id = $1 FOR NO KEY UPDATE OF c`,
      [costId],
    );
    if (!line || !mayOn(caller, 'sites.read', line.unitPath)) {
      throw new Failure(costErrors.notFound, { costId });
    }
    if (!mayOn(caller, 'sites.write', line.unitPath)) throw new Failure(commonFailures.notAllowed);
    return line;
  }
}
