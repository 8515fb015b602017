import { type Caller, grantsOf, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { WebhookEvent } from '@diemcau/contracts/identity/webhook-events';
import { type Webhook, webhookErrors, type WebhookState } from '@diemcau/contracts/identity/webhooks';
import type { EntityManager } from 'typeorm';

export interface WebhookRow {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly path: string[];
  readonly subtree: boolean;
  readonly url: string;
  readonly events: WebhookEvent[];
  readonly state: WebhookState;
  readonly failures: number;
  readonly oldSecretUntil: Date | null;
  readonly createdAt: Date;
  readonly version: number;
}

export const webhookColumns = `w.id, w.name, w.unit_id AS "unitId", unit.name AS "unitName", unit.path, w.subtree, w.url,
  w.events, w.state, w.failures, CASE WHEN w.old_secret_until > now() THEN w.old_secret_until END AS "oldSecretUntil",
  w.created_at AS "createdAt", w.version`;
export const webhookTables = 'webhooks w JOIN units unit ON unit.id = w.unit_id';

export const toDto = ({ path: _path, ...row }: WebhookRow): Webhook => ({
  ...row,
  oldSecretUntil: row.oldSecretUntil?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

/** Units whose webhooks the caller manages: by themselves, and with everything below. */
export function managedBy(caller: Caller): { units: string[]; trees: string[] } {
  const grants = grantsOf(caller, 'webhooks.manage');
  const trees = grants.filter(({ subtree }) => subtree);
  return { units: grants.map(({ unitId }) => unitId), trees: trees.map(({ unitId }) => unitId) };
}

/**
 * Held until the transaction ends.
 * @throws Failure `webhooks.notFound`, also for one of a unit whose webhooks the caller does not manage
 */
export async function held(manager: EntityManager, webhookId: string, caller: Caller): Promise<WebhookRow> {
  const [row] = await manager.query<WebhookRow[]>(
    `SELECT ${webhookColumns} FROM ${webhookTables} WHERE w.id = $1 FOR NO KEY UPDATE OF w`,
    [webhookId],
  );
  if (!row || !mayOn(caller, 'webhooks.manage', row.path))
    throw new Failure(webhookErrors.notFound, { webhookId });
  return row;
}
