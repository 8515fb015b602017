import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { DataSource, type QueryRunner } from 'typeorm';
import { Nats } from '../bus/nats.js';
import { isDatabaseGone } from '../database/gone.js';
import { ServiceIdentity } from '../service-identity.js';
import { ensureFactStream } from './stream.js';

interface OutboxRow {
  readonly sequence: string;
  readonly id: string;
  readonly subject: string;
  readonly body: object;
  readonly request_id: string;
}

/** Sweeps what a crash or another replica left, in ms. */
const sweepEveryMs = 1000;
/** The transaction that recorded the fact commits some moments after the poke. */
const afterPokeMs = 5;
const batch = 100;

/**
 * Carries outbox rows to JetStream in order, one replica at a time, and deletes what JetStream has acknowledged. A crash
 * between the two sends a row again under the same message id, which JetStream and the inboxes drop.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(OutboxRelay.name);
  private timer: NodeJS.Timeout | undefined;
  private dueAt = Infinity;
  private relaying: Promise<void> | undefined;
  private stopped = false;
  private poked = false;
  private streamReady = false;

  constructor(
    private readonly database: DataSource,
    private readonly nats: Nats,
    private readonly service: ServiceIdentity,
  ) {}

  onApplicationBootstrap(): void {
    this.nats.onReconnect(() => {
      this.streamReady = false;
      this.poke();
    });
    this.schedule(0);
  }

  /** Something was recorded: relay soon. */
  poke(): void {
    this.poked = true;
    this.schedule(afterPokeMs);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.relaying;
  }

  private schedule(inMs: number): void {
    const at = Date.now() + inMs;
    if (this.stopped || at >= this.dueAt) return;
    clearTimeout(this.timer);
    this.dueAt = at;
    this.timer = setTimeout(() => {
      this.dueAt = Infinity;
      this.relaying = (this.relaying ?? Promise.resolve()).then(() => this.sweep());
    }, inMs);
  }

  private async sweep(): Promise<void> {
    let more = false;
    try {
      if (this.nats.connected) more = (await this.relayBatch()) === batch;
    } catch (error) {
      if (!isDatabaseGone(error) && this.nats.connected) this.log.error(error);
    }
    this.schedule(more ? 0 : sweepEveryMs);
  }

  private async relayBatch(): Promise<number> {
    const { poked } = this;
    this.poked = false;
    if (!poked && !(await this.somethingWaits())) return 0;
    if (!this.streamReady) {
      await ensureFactStream(this.nats);
      this.streamReady = true;
    }
    const runner = this.database.createQueryRunner();
    try {
      await runner.startTransaction();
      const count = await this.relayWithin(runner);
      await runner.commitTransaction();
      return count;
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** One round trip instead of a transaction's five: the answer is nearly always no. */
  private async somethingWaits(): Promise<boolean> {
    const [row] = (await this.database.query('SELECT EXISTS (SELECT FROM outbox) AS waits')) as [
      { waits: boolean },
    ];
    return row.waits;
  }

  private async relayWithin(runner: QueryRunner): Promise<number> {
    const [{ mine }] = (await runner.query('SELECT pg_try_advisory_xact_lock(hashtext($1)) AS mine', [
      `outbox ${this.service.name}`,
    ])) as [{ mine: boolean }];
    if (!mine) return 0;
    const rows = (await runner.query('SELECT * FROM outbox ORDER BY sequence LIMIT $1', [
      batch,
    ])) as OutboxRow[];
    const stream = jetstream(this.nats.connection);
    // Written in one go on one connection, so that they arrive in order or, from some row on, not at all.
    await Promise.all(rows.map((row) => publish(stream, row)));
    if (rows.length > 0) {
      await runner.query('DELETE FROM outbox WHERE sequence = ANY($1)', [rows.map((row) => row.sequence)]);
    }
    return rows.length;
  }
}

async function publish(stream: JetStreamClient, row: OutboxRow): Promise<void> {
  const sent = headers();
  sent.set('X-Request-Id', row.request_id);
  await stream.publish(row.subject, JSON.stringify(row.body), {
    msgID: row.id,
    headers: sent,
    timeout: 3000,
  });
}
