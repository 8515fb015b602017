import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { PgBoss } from 'pg-boss';
import { loadConfig } from '../config/config.js';
import { DatabaseConfig } from '../config/service.config.js';
import { ServiceIdentity } from '../service-identity.js';

const retryMs = 1000;

interface Recurring {
  readonly name: string;
  readonly cron: string;
  readonly work: () => Promise<void>;
}

/** Cron knows minutes; asking every 2 s, the default, is work for nothing. */
const pollingIntervalSeconds = 15;

/**
 * Jobs by time on pg-boss, in the schema `<service>_jobs`: each runs on one replica. A job is a hint: its work must be
 * harmless when repeated, and right when it comes late.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Jobs.name);
  private readonly recurring: Recurring[] = [];
  private boss: PgBoss | undefined;
  private starting: Promise<void> | undefined;
  private stopping = false;

  constructor(private readonly service: ServiceIdentity) {}

  /** Declare while the module is being built. @param cron five fields, Asia/Ho_Chi_Minh */
  every(name: string, cron: string, work: () => Promise<void>): void {
    this.recurring.push({ name, cron, work });
  }

  /** In the background: requests are answered before the first job can run. */
  onApplicationBootstrap(): void {
    if (this.recurring.length > 0) this.starting = this.startUntilItWorks();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.starting;
    await this.boss?.stop({ graceful: true, timeout: 3000 });
  }

  private async startUntilItWorks(): Promise<void> {
    while (!this.stopping) {
      try {
        this.boss = await this.start();
        return;
      } catch (error) {
        this.log.warn(`jobs do not start, trying again: ${String(error)}`);
        await new Promise((resolve) => setTimeout(resolve, retryMs));
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
