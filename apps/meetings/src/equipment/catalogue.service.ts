import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import {
  catalogueErrors,
  type CataloguePage,
  type CatalogueQuery,
} from '@diemcau/contracts/meetings/catalogue';
import type { CatalogueItem } from '@diemcau/contracts/meetings/catalogue';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { defaultItems } from './catalogue-defaults.js';
import { ProvincesService } from './provinces.service.js';

export const itemColumns = `i.id, i.province_id AS "provinceId", i.name, i.purpose, i.serves, i.notes, i.picture_id AS "pictureId",
  i.retired, i.version`;

/** What provinces know of equipment, as everybody there reads it (TM-1c). */
@Injectable()
export class CatalogueService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly provinces: ProvincesService,
  ) {}

  async list(query: CatalogueQuery, caller: Caller): Promise<CataloguePage> {
    const { limit = 50, provinceId, purpose = null, includeRetired = false } = query;
    const provinces = (await this.provinces.of(caller, 'sites.read')).filter(
      (id) => provinceId === undefined || id === provinceId,
    );
    for (const id of provinces) await this.begin(this.database.manager, id);
    const matching = `FROM catalogue_items i WHERE i.province_id = ANY ($1)
      AND ($2::text IS NULL OR i.purpose = $2) AND ($3 OR NOT i.retired) AND i.search LIKE ALL ($4)`;
    const values = [provinces, purpose, includeRetired, wordPatterns(query.q)];
    const after = positionOf(query.cursor);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<(CatalogueItem & { search: string })[]>(
        `SELECT ${itemColumns}, i.search ${matching}
           AND ($5::text IS NULL OR (i.search COLLATE "C", i.id) > ($5, $6::uuid))
         ORDER BY i.search COLLATE "C", i.id LIMIT $7`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ search, id }) => ({ key: search, id }));
    return { items: items.map(({ search: _search, ...item }) => item), nextCursor, total: count.total };
  }

  /** A province's catalogue begins with the defaults; what was made of them since stays. */
  async begin(manager: EntityManager, provinceId: string): Promise<void> {
    const [begun] = await manager.query<unknown[]>(
      'SELECT FROM catalogue_items WHERE province_id = $1 AND key IS NOT NULL LIMIT 1',
      [provinceId],
    );
    if (begun) return;
    const rows = defaultItems.map((item) => ({ ...item, id: randomUUID(), search: folded(item.name) }));
    await manager.query(
      `INSERT INTO catalogue_items (id, province_id, key, name, search, purpose, serves, notes)
       SELECT id, $1, key, name, search, purpose, coalesce(serves, '{}'), notes
       FROM jsonb_to_recordset($2) AS r (id uuid, key text, name text, search text, purpose text, serves text[], notes text)
       ON CONFLICT DO NOTHING`,
      [provinceId, JSON.stringify(rows)],
    );
  }

  /**
   * The item, for a caller who may define the province's catalogue; nobody else changes it until the transaction ends.
   * @throws Failure `catalogue.notFound`, also for another province's
   */
  async hold(manager: EntityManager, itemId: string, caller: Caller): Promise<CatalogueItem> {
    const [item] = await manager.query<CatalogueItem[]>(
      `SELECT ${itemColumns} FROM catalogue_items i WHERE i.id = $1 FOR NO KEY UPDATE`,
      [itemId],
    );
    if (item && mayOn(caller, 'sites.configure', [item.provinceId])) return item;
    const sees = item && (await this.provinces.of(caller, 'sites.read')).includes(item.provinceId);
    throw sees ? new Failure(commonFailures.notAllowed) : new Failure(catalogueErrors.notFound, { itemId });
  }

  /** @throws Failure `catalogue.notFound` for what is not of this province */
  async of(manager: EntityManager, itemId: string, provinceId: string): Promise<CatalogueItem> {
    const [item] = await manager.query<CatalogueItem[]>(
      `SELECT ${itemColumns} FROM catalogue_items i WHERE i.id = $1 AND i.province_id = $2`,
      [itemId, provinceId],
    );
    if (!item) throw new Failure(catalogueErrors.notFound, { itemId });
    return item;
  }
}
