import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { delayAfter, patienceMs } from './backoff.js';
import type { Outcome } from './sender.js';
import { openSecret } from './webhook-secrets.js';

/** A delivery that this replica is to attempt now. */
export interface Claimed {
  readonly id: string;
  readonly webhookId: string;
  readonly url: string;
  readonly payload: string;
  /** With this one. */
  readonly attempts: number;
  readonly firstDueAt: Date;
  /** The newest first. */
  readonly secrets: string[];
}

interface ClaimedRow extends Omit<Claimed, 'secrets'> {
  readonly secret: Buffer;
  readonly oldSecret: Buffer | null;
}

const self: ServiceCaller = { kind: 'service', name: 'webhooks' };
/** Longer than any attempt takes: a replica that was killed in the middle has its attempts made again after this. */
const leaseS = 60;

/** Which delivery is next, and what became of an attempt. */
@Injectable()
export class AttemptsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly box: SecretBox,
    private readonly audit: AuditService,
  ) {}

  /**
   * Takes the delivery that is longest due; several replicas never take the same.
   * @param busy webhooks that have enough attempts going on, so that a slow receiver holds up nobody else
   */
  async claim(busy: readonly string[]): Promise<Claimed | null> {
    const [[row]] = await this.database.query<[ClaimedRow[], number]>(
      `UPDATE webhook_deliveries d
       SET attempts = d.attempts + 1, last_attempt_at = now(), next_attempt_at = now() + make_interval(secs => ${leaseS})
       FROM webhooks w
       WHERE w.id = d.webhook_id AND d.id = (
         SELECT due.id FROM webhook_deliveries due JOIN webhooks of ON of.id = due.webhook_id
         WHERE due.state = 'pending' AND due.next_attempt_at <= now() AND of.state = 'active'
           AND due.webhook_id <> ALL ($1)
         ORDER BY due.next_attempt_at LIMIT 1 FOR UPDATE OF due SKIP LOCKED)
       RETURNING d.id, d.webhook_id AS "webhookId", w.url, d.payload, d.attempts, d.first_due_at AS "firstDueAt",
         w.secret, CASE WHEN w.old_secret_until > now() THEN w.old_secret END AS "oldSecret"`,
      [busy],
    );
    if (!row) return null;
    const { secret, oldSecret, ...claimed } = row;
    const sealed = oldSecret ? [secret, oldSecret] : [secret];
    return { ...claimed, secrets: sealed.map((one) => openSecret(this.box, claimed.webhookId, one)) };
  }

  async settle(claimed: Claimed, outcome: Outcome): Promise<void> {
    const { status } = outcome;
    const arrived = status !== null && status >= 200 && status < 300;
    await this.database.transaction(async (manager) => {
      // The webhook before its delivery, as its removal locks them: the other way round the two would wait for each other.
      await manager.query('SELECT FROM webhooks WHERE id = $1 FOR NO KEY UPDATE', [claimed.webhookId]);
      if (arrived) await this.delivered(manager, claimed, outcome);
      else await this.failed(manager, claimed, outcome);
    });
  }

  private async delivered(manager: EntityManager, claimed: Claimed, outcome: Outcome): Promise<void> {
    await this.keep(manager, claimed, outcome, 'delivered', 0);
    await manager.query('UPDATE webhooks SET failures = 0, last_success_at = now() WHERE id = $1', [
      claimed.webhookId,
    ]);
  }

  private async failed(manager: EntityManager, claimed: Claimed, outcome: Outcome): Promise<void> {
    const delayMs = delayAfter(claimed.attempts, Math.random(), outcome.retryAfterMs);
    const givenUp = Date.now() + delayMs > claimed.firstDueAt.getTime() + patienceMs;
    await this.keep(manager, claimed, outcome, givenUp ? 'failed' : 'pending', delayMs);
    await manager.query('UPDATE webhooks SET failures = failures + 1 WHERE id = $1', [claimed.webhookId]);
    // 410 Gone is how a receiver unsubscribes; three days without a single success say the same.
    if (outcome.status === 410 || givenUp) await this.disable(manager, claimed, outcome);
  }

  /** Whoever was killed and has been replaced meanwhile has nothing to say any more: the attempt's number tells. */
  private async keep(
    manager: EntityManager,
    { id, attempts }: Claimed,
    { status, durationMs, answer, fault }: Outcome,
    state: string,
    delayMs: number,
  ): Promise<void> {
    await manager.query(
      `UPDATE webhook_deliveries
       SET state = $3, next_attempt_at = now() + make_interval(secs => $4), status = $5, duration_ms = $6, answer = $7,
           fault = $8
       WHERE id = $1 AND attempts = $2 AND state = 'pending'`,
      [id, attempts, state, delayMs / 1000, status, durationMs, answer, fault],
    );
  }

  private async disable(manager: EntityManager, claimed: Claimed, { status }: Outcome): Promise<void> {
    const [[webhook]] = await manager.query<[{ unitId: string; name: string; failures: number }[], number]>(
      `UPDATE webhooks SET state = 'disabled', version = version + 1
       WHERE id = $1 AND state = 'active' AND ($2 OR last_success_at IS NULL OR last_success_at < $3)
       RETURNING unit_id AS "unitId", name, failures`,
      [claimed.webhookId, status === 410, claimed.firstDueAt],
    );
    if (!webhook) return;
    await this.audit.record(manager, self, {
      action: 'webhooks.disable',
      unitId: webhook.unitId,
      object: { kind: 'webhook', id: claimed.webhookId },
      before: { state: 'active' },
      after: { state: 'disabled', name: webhook.name, failures: webhook.failures, status },
    });
  }
}
