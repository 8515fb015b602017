import type { WebhookEvent } from '@diemcau/contracts/identity/webhook-events';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What an event is about: the name of the ids in its payload, and the unit each belongs to. */
const subjects = {
  users: { field: 'userIds', units: 'SELECT id, unit_id FROM users WHERE id = ANY ($2)' },
  units: { field: 'unitIds', units: 'SELECT id, id AS unit_id FROM units WHERE id = ANY ($2)' },
  imports: {
    field: 'importIds',
    units: 'SELECT id, province_id AS unit_id FROM imports WHERE id = ANY ($2)',
  },
  keys: { field: 'keyIds', units: 'SELECT id, unit_id FROM api_keys WHERE id = ANY ($2)' },
} as const;
export type Subject = keyof typeof subjects;

/** Turns what happened into deliveries: rows in the transaction that takes the fact, so that none is lost or doubled. */
@Injectable()
export class HappeningsService {
  /**
   * One delivery for each webhook that asked for the event and lies above any of the units concerned. It names only those
   * ids that lie in the webhook's own reach.
   */
  async note(
    manager: EntityManager,
    event: WebhookEvent,
    subject: Subject,
    ids: readonly string[],
  ): Promise<void> {
    const { field, units } = subjects[subject];
    await manager.query(
      `INSERT INTO webhook_deliveries (webhook_id, event, payload)
       SELECT w.id, $1::text, json_build_object(
         'type', $1::text,
         'timestamp', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'data', json_build_object('${field}', json_agg(concerned.id)))::text
       FROM (${units}) concerned
       JOIN units unit ON unit.id = concerned.unit_id
       JOIN webhooks w ON w.unit_id = unit.id OR w.subtree AND w.unit_id = ANY (unit.path)
       WHERE w.state <> 'disabled' AND $1 = ANY (w.events)
       GROUP BY w.id`,
      [event, ids],
    );
  }
}
