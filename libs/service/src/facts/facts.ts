import type { Fact } from '@diemcau/contracts/core/messages';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { currentRequest } from '../log/request-context.js';
import { OutboxRelay } from './outbox.relay.js';

/** Tells others what happened: the fact is a row in the transaction of the change, or neither exists. */
@Injectable()
export class Facts {
  /** @param relay of this process; a program that has none leaves the rows to the sweep of the service itself */
  constructor(@Inject(OutboxRelay) private readonly relay: Pick<OutboxRelay, 'poke'>) {}

  /** @param manager of the transaction that makes the change */
  async record<B extends object>(manager: EntityManager, fact: Fact<B>, body: B): Promise<void> {
    await manager.query('INSERT INTO outbox (subject, body, request_id) VALUES ($1, $2, $3)', [
      fact.subject,
      JSON.stringify(body),
      currentRequest()?.requestId ?? randomUUID(),
    ]);
    this.relay.poke();
  }

  /** As {@link record}, the same fact of many at once, told in the order of the bodies. */
  async recordAll<B extends object>(
    manager: EntityManager,
    fact: Fact<B>,
    bodies: readonly B[],
  ): Promise<void> {
    if (bodies.length === 0) return;
    await manager.query(
      `INSERT INTO outbox (subject, body, request_id)
       SELECT $1, body, $3 FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS one (body, place) ORDER BY place`,
      [fact.subject, JSON.stringify(bodies), currentRequest()?.requestId ?? randomUUID()],
    );
    this.relay.poke();
  }
}
