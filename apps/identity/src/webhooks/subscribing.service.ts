import { type Caller, mayOn, mayOnAllOf } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { type ChangeWebhook, type MakeWebhook, webhookErrors } from '@diemcau/contracts/identity/webhooks';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { newSecret } from './signature.js';
import { isTarget } from './targets.js';
import { held, type WebhookRow } from './webhook-row.js';
import { sealSecret } from './webhook-secrets.js';
import { WebhooksConfig } from './webhooks.config.js';

/** What is told here once. */
export interface NewSecret {
  readonly id: string;
  readonly secret: string;
}

const tellable = ({
  name,
  url,
  events,
  state,
  subtree,
}: Pick<WebhookRow, 'name' | 'url' | 'events'> & Partial<WebhookRow>) => ({
  name,
  url,
  events,
  ...(state !== undefined && { state }),
  ...(subtree !== undefined && { subtree }),
});

/** Makes, changes and removes webhooks, each with an audit entry. */
@Injectable()
export class SubscribingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly box: SecretBox,
    private readonly audit: AuditService,
    private readonly config: WebhooksConfig,
  ) {}

  /** @throws Failure `units.notFound`, `webhooks.badUrl` */
  async make(input: MakeWebhook, caller: Caller): Promise<NewSecret> {
    const { name, unitId, subtree, url, events } = input;
    this.refuseBad(url);
    return this.database.transaction(async (manager) => {
      const [unit] = await manager.query<{ path: string[] }[]>('SELECT path FROM units WHERE id = $1', [
        unitId,
      ]);
      if (!unit || !(subtree ? mayOnAllOf : mayOn)(caller, 'webhooks.manage', unit.path)) {
        throw new Failure(unitErrors.notFound, { unitId });
      }
      const [id, secret] = [randomUUID(), newSecret()];
      await manager.query(
        `INSERT INTO webhooks (id, name, unit_id, subtree, url, events, secret)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, name, unitId, subtree, url, events, sealSecret(this.box, id, secret)],
      );
      const object = { kind: 'webhook', id };
      await this.audit.record(manager, caller, {
        action: 'webhooks.make',
        unitId,
        object,
        after: tellable(input),
      });
      return { id, secret };
    });
  }

  /** @throws Failure `webhooks.notFound`, `.badUrl`, `.changedMeanwhile` */
  async change({ webhookId, version, ...wanted }: ChangeWebhook, caller: Caller): Promise<void> {
    if (wanted.url !== undefined) this.refuseBad(wanted.url);
    await this.database.transaction(async (manager) => {
      const row = await held(manager, webhookId, caller);
      if (row.version !== version)
        throw new Failure(webhookErrors.changedMeanwhile, { version: row.version });
      const { name = row.name, url = row.url, events = row.events, state = row.state } = wanted;
      await manager.query(
        `UPDATE webhooks SET name = $2, url = $3, events = $4, state = $5,
                failures = CASE WHEN $5 = state THEN failures ELSE 0 END, version = version + 1
         WHERE id = $1`,
        [webhookId, name, url, events, state],
      );
      await this.audit.record(manager, caller, {
        action: 'webhooks.change',
        unitId: row.unitId,
        object: { kind: 'webhook', id: webhookId },
        before: tellable(row),
        after: tellable({ ...row, name, url, events, state }),
      });
    });
  }

  /** Deliveries go with it. @throws Failure `webhooks.notFound` */
  async remove(webhookId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const row = await held(manager, webhookId, caller);
      await manager.query('DELETE FROM webhooks WHERE id = $1', [webhookId]);
      await this.audit.record(manager, caller, {
        action: 'webhooks.remove',
        unitId: row.unitId,
        object: { kind: 'webhook', id: webhookId },
        before: tellable(row),
      });
    });
  }

  /** The secret before signs too for a day. @throws Failure `webhooks.notFound` */
  async rotate(webhookId: string, caller: Caller): Promise<NewSecret> {
    return this.database.transaction(async (manager) => {
      const row = await held(manager, webhookId, caller);
      const secret = newSecret();
      await manager.query(
        `UPDATE webhooks SET old_secret = secret, old_secret_until = now() + interval '1 day', secret = $2,
                version = version + 1
         WHERE id = $1`,
        [webhookId, sealSecret(this.box, webhookId, secret)],
      );
      await this.audit.record(manager, caller, {
        action: 'webhooks.rotate',
        unitId: row.unitId,
        object: { kind: 'webhook', id: webhookId },
      });
      return { id: webhookId, secret };
    });
  }

  private refuseBad(url: string): void {
    if (!isTarget(url, this.config.privateAddresses)) throw new Failure(webhookErrors.badUrl);
  }
}
