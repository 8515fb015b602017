import type { Fact } from '@diemcau/contracts/core/messages';
import { Injectable, Logger } from '@nestjs/common';
import {
  AckPolicy,
  type ConsumerMessages,
  DeliverPolicy,
  jetstream,
  jetstreamManager,
  type JsMsg,
} from '@nats-io/jetstream';
import { DataSource, type EntityManager } from 'typeorm';
import { Nats } from '../bus/nats.js';
import { inRequest } from '../log/request-context.js';
import { ServiceIdentity } from '../service-identity.js';
import { ensureFactStream, factStream } from './stream.js';

type Taker = (body: object, manager: EntityManager) => Promise<void>;

const ackWaitNs = 30e9;
const retryMs = 1000;

/** Takes facts from JetStream, each exactly once in effect: the inbox row and the change are one transaction. */
@Injectable()
export class FactConsumers {
  private readonly log = new Logger(FactConsumers.name);
  private readonly open: ConsumerMessages[] = [];
  private readonly loops: Promise<void>[] = [];
  private stopping = false;

  constructor(
    private readonly database: DataSource,
    private readonly nats: Nats,
    private readonly service: ServiceIdentity,
  ) {}

  /** All replicas of the service share one durable consumer a fact. */
  async take<B extends object>(fact: Fact<B>, taker: Taker): Promise<void> {
    await ensureFactStream(this.nats);
    const manager = await jetstreamManager(this.nats.connection);
    const durable = `${this.service.name}-${fact.subject.replaceAll('.', '_')}`;
    await manager.consumers.add(factStream, {
      durable_name: durable,
      filter_subject: fact.subject,
      ack_policy: AckPolicy.Explicit,
      ack_wait: ackWaitNs,
      deliver_policy: DeliverPolicy.All,
    });
    this.loops.push(this.loop(durable, fact, taker));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.open.map((messages) => messages.close()));
    await Promise.all(this.loops);
  }

  /** A consumption that ends (server restarted, stream recreated) is begun again. */
  private async loop(durable: string, fact: Fact, taker: Taker): Promise<void> {
    while (!this.stopping) {
      try {
        const consumer = await jetstream(this.nats.connection).consumers.get(factStream, durable);
        const messages = await consumer.consume({ max_messages: 50 });
        this.open.push(messages);
        for await (const message of messages) await this.handle(message, fact, taker);
      } catch (error) {
        if (this.stopping) return;
        this.log.warn({ fact: fact.subject, err: error }, 'consuming stopped, beginning again');
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  }

  private async handle(message: JsMsg, fact: Fact, taker: Taker): Promise<void> {
    const id = message.headers?.get('Nats-Msg-Id') || String(message.seq);
    const requestId = message.headers?.get('X-Request-Id') || id;
    try {
      await inRequest({ requestId }, () => this.takeOnce(id, fact, message.json<object>(), taker));
      message.ack();
    } catch (error) {
      this.log.error(
        { fact: fact.subject, factId: id, err: error },
        'taking a fact failed, it will come again',
      );
      message.nak(retryMs);
    }
  }

  private async takeOnce(id: string, fact: Fact, body: object, taker: Taker): Promise<void> {
    await this.database.transaction(async (manager) => {
      const inserted = (await manager.query(
        'INSERT INTO inbox (fact_id, subject) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING fact_id',
        [id, fact.subject],
      )) as unknown[];
      if (inserted.length > 0) await taker(body, manager);
    });
  }
}
