import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type Webhook,
  webhookErrors,
  type WebhookPage,
  type WebhookQuery,
} from '@diemcau/contracts/identity/webhooks';
import { foldedSql } from '@diemcau/service/database/folded-sql';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { managedBy, toDto, webhookColumns, type WebhookRow, webhookTables } from './webhook-row.js';

const isInstant = (key: string): boolean => !Number.isNaN(Date.parse(key));

/** Which webhooks there are, as far as the caller manages them. */
@Injectable()
export class WebhooksService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The latest first. */
  async list(query: WebhookQuery, caller: Caller): Promise<WebhookPage> {
    const { limit = 50, unitId = null, q } = query;
    const { units, trees } = managedBy(caller);
    const matching = `FROM ${webhookTables}
      WHERE (w.unit_id = ANY ($1) OR unit.path && $2) AND ($3::uuid IS NULL OR unit.path @> ARRAY[$3::uuid])
        AND ${foldedSql(`w.name || ' ' || w.url`)} LIKE ALL ($4)`;
    const values = [units, trees, unitId, wordPatterns(q)];
    const after = positionOf(query.cursor, isInstant);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<WebhookRow[]>(
        `SELECT ${webhookColumns} ${matching}
           AND ($5::timestamptz IS NULL OR (w.created_at, w.id) < ($5, $6::uuid))
         ORDER BY w.created_at DESC, w.id DESC LIMIT $7`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const page = pageOf(rows, limit, ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }));
    return { items: page.items.map(toDto), nextCursor: page.nextCursor, total: count.total };
  }

  /** @throws Failure `webhooks.notFound` */
  async find(webhookId: string, caller: Caller): Promise<Webhook> {
    const { units, trees } = managedBy(caller);
    const [row] = await this.database.query<WebhookRow[]>(
      `SELECT ${webhookColumns} FROM ${webhookTables}
       WHERE w.id = $1 AND (w.unit_id = ANY ($2) OR unit.path && $3)`,
      [webhookId, units, trees],
    );
    if (!row) throw new Failure(webhookErrors.notFound, { webhookId });
    return toDto(row);
  }
}
