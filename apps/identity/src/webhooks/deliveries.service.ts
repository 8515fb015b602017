import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { WebhookEvent } from '@diemcau/contracts/identity/webhook-events';
import {
  type Delivery,
  type DeliveryPage,
  type DeliveryQuery,
  type DeliveryRef,
  type DeliveryState,
  type ReplayRange,
  webhookErrors,
} from '@diemcau/contracts/identity/webhooks';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { CourierService } from './courier.service.js';
import { held } from './webhook-row.js';
import { WebhooksService } from './webhooks.service.js';

interface DeliveryRow {
  readonly id: string;
  readonly event: WebhookEvent;
  readonly state: DeliveryState;
  readonly happenedAt: Date;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly lastAttemptAt: Date | null;
  readonly status: number | null;
  readonly durationMs: number | null;
  readonly answer: string | null;
  readonly fault: string | null;
}

const columns = `id, event, state, happened_at AS "happenedAt", attempts, next_attempt_at AS "nextAttemptAt",
  last_attempt_at AS "lastAttemptAt", status, duration_ms AS "durationMs", answer, fault`;
/** Three more days of trying, from the first attempt on. */
const anew = `state = 'pending', attempts = 0, first_due_at = now(), next_attempt_at = now()`;
const isInstant = (key: string): boolean => !Number.isNaN(Date.parse(key));

const toDto = (row: DeliveryRow): Delivery => ({
  ...row,
  happenedAt: row.happenedAt.toISOString(),
  nextAttemptAt: row.state === 'pending' ? row.nextAttemptAt.toISOString() : null,
  lastAttemptAt: row.lastAttemptAt?.toISOString() ?? null,
});

/** The delivery log, and sending again. */
@Injectable()
export class DeliveriesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly webhooks: WebhooksService,
    private readonly courier: CourierService,
    private readonly audit: AuditService,
  ) {}

  /** The latest first. @throws Failure `webhooks.notFound` */
  async list(query: DeliveryQuery, caller: Caller): Promise<DeliveryPage> {
    const { webhookId, limit = 50, state = null } = query;
    await this.webhooks.find(webhookId, caller);
    const after = positionOf(query.cursor, isInstant);
    const rows = await this.database.query<DeliveryRow[]>(
      `SELECT ${columns} FROM webhook_deliveries
       WHERE webhook_id = $1 AND ($2::text IS NULL OR state = $2)
         AND ($3::timestamptz IS NULL OR (happened_at, id) < ($3, $4::uuid))
       ORDER BY happened_at DESC, id DESC LIMIT $5`,
      [webhookId, state, after?.key ?? null, after?.id ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, ({ happenedAt, id }) => ({ key: happenedAt.toISOString(), id }));
    return { items: page.items.map(toDto), nextCursor: page.nextCursor };
  }

  /** @throws Failure `webhooks.notFound` */
  async ping(webhookId: string, caller: Caller): Promise<Delivery> {
    await this.webhooks.find(webhookId, caller);
    const payload = { type: 'webhook.ping', timestamp: new Date().toISOString(), data: {} };
    const [row] = await this.database.query<[DeliveryRow]>(
      `INSERT INTO webhook_deliveries (webhook_id, event, payload) VALUES ($1, 'webhook.ping', $2)
       RETURNING ${columns}`,
      [webhookId, JSON.stringify(payload)],
    );
    this.courier.comeSoon();
    return toDto(row);
  }

  /** @throws Failure `webhooks.notFound`, `webhooks.noDelivery` */
  async replay({ webhookId, deliveryId }: DeliveryRef, caller: Caller): Promise<Delivery> {
    const row = await this.again(webhookId, caller, { deliveryId }, async (query) => {
      const [rows] = await query<[DeliveryRow[], number]>(
        `UPDATE webhook_deliveries SET ${anew} WHERE webhook_id = $1 AND id = $2 RETURNING ${columns}`,
        [webhookId, deliveryId],
      );
      if (!rows[0]) throw new Failure(webhookErrors.noDelivery, { deliveryId });
      return rows[0];
    });
    return toDto(row);
  }

  /** What is still being tried goes on as it is. @returns how many. @throws Failure `webhooks.notFound` */
  async replayRange(
    { webhookId, from, to, failedOnly = false }: ReplayRange,
    caller: Caller,
  ): Promise<number> {
    return this.again(webhookId, caller, { from, to, failedOnly }, async (query) => {
      const [, count] = await query<[unknown[], number]>(
        `UPDATE webhook_deliveries SET ${anew}
         WHERE webhook_id = $1 AND happened_at >= $2 AND happened_at < $3
           AND (state = 'failed' OR state = 'delivered' AND NOT $4)`,
        [webhookId, from, to, failedOnly],
      );
      return count;
    });
  }

  private async again<T>(
    webhookId: string,
    caller: Caller,
    after: object,
    mark: (query: <R>(text: string, values: unknown[]) => Promise<R>) => Promise<T>,
  ): Promise<T> {
    const marked = await this.database.transaction(async (manager) => {
      const { unitId } = await held(manager, webhookId, caller);
      const result = await mark((text, values) => manager.query(text, values));
      const object = { kind: 'webhook', id: webhookId };
      await this.audit.record(manager, caller, { action: 'webhooks.replay', unitId, object, after });
      return result;
    });
    this.courier.comeSoon();
    return marked;
  }
}
