import type { Fact } from '@diemcau/contracts/core/messages';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { currentRequest } from '../log/request-context.js';
import { OutboxRelay } from './outbox.relay.js';

/** Tells others what happened: the fact is a row in the transaction of the change, or neither exists. */
@Injectable()
export class Facts {
  constructor(private readonly relay: OutboxRelay) {}

  /** @param manager of the transaction that makes the change */
  async record<B extends object>(manager: EntityManager, fact: Fact<B>, body: B): Promise<void> {
    await manager.query('INSERT INTO outbox (subject, body, request_id) VALUES ($1, $2, $3)', [
      fact.subject,
      JSON.stringify(body),
      currentRequest()?.requestId ?? randomUUID(),
    ]);
    this.relay.poke();
  }
}
