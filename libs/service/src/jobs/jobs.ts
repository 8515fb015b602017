import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import { loadConfig } from '../config/config.js';
import { DatabaseConfig } from '../config/service.config.js';
import { ServiceIdentity } from '../service-identity.js';

const retryMs = 1000;

interface Hint {
  /** The work has not begun: it will see what was written until now. */
  waiting: boolean;
  done: Promise<void>;
}

interface Recurring {
  readonly name: string;
  readonly cron: string;
  readonly work: () => Promise<void>;
}

/** Cron knows minutes; asking every 2 s, the default, is work for nothing. */
const pollingIntervalSeconds = 15;
/** The transaction that gave the work commits some moments after the hint. */
const afterHintMs = 100;

/**
 * Jobs by time on pg-boss, in the schema `<service>_jobs`: each runs on one replica. A job is a hint: its work must be
 * harmless when repeated, and right when it comes late.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly log = new Logger(Jobs.name);
  private readonly recurring: Recurring[] = [];
  private readonly hinted = new Map<string, Hint>();
  private boss: PgBoss | undefined;
  private starting: Promise<void> | undefined;
  private resting = false;
  private stopping = false;

  constructor(private readonly service: ServiceIdentity) {}

  /** Declare while the module is being built. @param cron five fields, Asia/Ho_Chi_Minh */
  every(name: string, cron: string, work: () => Promise<void>): void {
    this.recurring.push({ name, cron, work });
  }

  /**
   * Does the work of a job on this replica in a moment, besides its times: somebody waits for what just became due. A hint
   * that may be lost, as the job's time comes anyhow. Hints of the same moment are one, and those that come during the work
   * are one more.
   */
  soon(name: string): void {
    const job = this.recurring.find((one) => one.name === name);
    if (!job) throw new Error(`no job is called ${name}`);
    if (this.resting || this.stopping) return;
    const before = this.hinted.get(name);
    if (before?.waiting) return;
    const hint: Hint = { waiting: true, done: Promise.resolve() };
    hint.done = this.afterHint(job, hint, before?.done);
    this.hinted.set(name, hint);
  }

  /** Before the service starts: nothing runs by itself in this process, neither by time nor by hint. */
  rest(): void {
    this.resting = true;
  }

  /** In the background: requests are answered before the first job can run. */
  onApplicationBootstrap(): void {
    if (this.recurring.length > 0 && !this.resting) this.starting = this.startUntilItWorks();
  }

  /** While the database is still there for them. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.all([...this.hinted.values()].map(({ done }) => done));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.starting;
    await this.boss?.stop({ graceful: true, timeout: 3000 });
  }

  private async afterHint({ name, work }: Recurring, hint: Hint, before?: Promise<void>): Promise<void> {
    await Promise.all([sleep(afterHintMs), before]);
    hint.waiting = false;
    if (this.stopping) return;
    try {
      await work();
      this.log.log({ job: name }, 'job done');
    } catch (error) {
      this.log.warn({ job: name, err: error }, 'job failed before its time');
    }
  }

  private async startUntilItWorks(): Promise<void> {
    while (!this.stopping) {
      try {
        this.boss = await this.start();
        return;
      } catch (error) {
        this.log.warn(`jobs do not start, trying again: ${String(error)}`);
        await sleep(retryMs);
      }
    }
  }

  private async start(): Promise<PgBoss> {
    // Loaded here, so that a service that comes back does not wait for it.
    const { PgBoss: Boss } = await import('pg-boss');
    const boss = new Boss({
      connectionString: loadConfig(DatabaseConfig).databaseUrl,
      schema: `${this.service.name}_jobs`,
      application_name: `${this.service.name}_jobs`,
      max: 2,
    });
    boss.on('error', (error) => this.log.warn(`jobs: ${error.message}`));
    try {
      await boss.start();
      await this.declare(boss);
      return boss;
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => undefined);
      throw error;
    }
  }

  private async declare(boss: PgBoss): Promise<void> {
    for (const { name, cron, work } of this.recurring) {
      await boss.createQueue(name);
      await boss.schedule(name, cron, null, { tz: 'Asia/Ho_Chi_Minh' });
      await boss.work(name, { pollingIntervalSeconds }, async () => {
        await work();
        this.log.log({ job: name }, 'job done');
      });
    }
  }
}
