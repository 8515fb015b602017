import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AttemptsService, type Claimed } from './attempts.service.js';
import { send } from './sender.js';
import { signedHeaders } from './signature.js';
import { WebhooksConfig } from './webhooks.config.js';

/** Attempts at the same time, of this replica: in all, and to one receiver. */
const most = 16;
const mostOfOne = 4;
/** How often to look for what has become due again, in ms. */
const lookEveryMs = 5000;
/** How long a service that stops waits for answers, in ms. */
const patienceMs = 2000;
/**
 * After a fact was taken: its transaction is about to end. How soon nobody knows, so that the next look comes after twice as
 * long, and so on until looks are as rare as ever: what ends after a time is seen within that time again.
 */
const soonMs = 20;

/** Carries deliveries to their receivers. What was in flight when it was killed is carried again by whoever comes next. */
@Injectable()
export class CourierService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(CourierService.name);
  private readonly underway = new Map<Claimed, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  private again = false;
  private waitMs = lookEveryMs;
  private stopped = false;

  constructor(
    private readonly attempts: AttemptsService,
    private readonly config: WebhooksConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.lookIn(lookEveryMs);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
    // What takes longer is carried again by another replica, after its lease.
    const patience = new Promise<void>((resolve) => {
      setTimeout(resolve, patienceMs).unref();
    });
    await Promise.race([Promise.all(this.underway.values()), patience]);
  }

  /** There is something to carry, or there will be in a moment. */
  comeSoon(): void {
    this.waitMs = soonMs;
    this.lookIn(soonMs);
  }

  private lookIn(ms: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), ms);
  }

  private look(): void {
    this.again = this.round !== undefined;
    this.round ??= this.fetch()
      .catch((error: unknown) => this.log.warn(`deliveries cannot be fetched: ${String(error)}`))
      .finally(() => {
        this.round = undefined;
        this.waitMs = Math.min(2 * this.waitMs, lookEveryMs);
        this.lookIn(this.again ? soonMs : this.waitMs);
        this.again = false;
      });
  }

  /** As many as there is room for. */
  private async fetch(): Promise<void> {
    while (!this.stopped && this.underway.size < most) {
      const claimed = await this.attempts.claim(this.busy());
      if (!claimed) return;
      const work = this.carry(claimed).finally(() => {
        this.underway.delete(claimed);
        this.lookIn(0);
      });
      this.underway.set(claimed, work);
    }
  }

  private busy(): string[] {
    const counts = new Map<string, number>();
    for (const { webhookId } of this.underway.keys()) counts.set(webhookId, (counts.get(webhookId) ?? 0) + 1);
    return [...counts].filter(([, count]) => count >= mostOfOne).map(([webhookId]) => webhookId);
  }

  private async carry(claimed: Claimed): Promise<void> {
    const { id, url, payload, secrets } = claimed;
    const { timeoutMs, privateAddresses } = this.config;
    const headers = {
      ...signedHeaders({ id, timestamp: Math.floor(Date.now() / 1000), payload }, secrets),
      'user-agent': 'diemcau-webhooks/1',
    };
    const outcome = await send({ url: new URL(url), headers, payload, timeoutMs, privateAddresses });
    try {
      await this.attempts.settle(claimed, outcome);
    } catch (error) {
      // It will be attempted again after its lease; receivers know repetitions by their id.
      this.log.warn({ deliveryId: id, err: error }, 'what became of a delivery cannot be kept');
    }
  }
}
