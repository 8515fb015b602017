import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { loadConfig } from '../config/config.js';
import { DatabaseConfig } from '../config/service.config.js';
import { ServiceIdentity } from '../service-identity.js';

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

  constructor(private readonly service: ServiceIdentity) {}

  /** Declare while the module is being built. @param cron five fields, Asia/Ho_Chi_Minh */
  every(name: string, cron: string, work: () => Promise<void>): void {
    this.recurring.push({ name, cron, work });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.recurring.length === 0) return;
    this.boss = new PgBoss({
      connectionString: loadConfig(DatabaseConfig).databaseUrl,
      schema: `${this.service.name}_jobs`,
      application_name: `${this.service.name}_jobs`,
      max: 2,
    });
    this.boss.on('error', (error) => this.log.warn(`jobs: ${error.message}`));
    await this.boss.start();
    for (const { name, cron, work } of this.recurring) {
      await this.boss.createQueue(name);
      await this.boss.schedule(name, cron, null, { tz: 'Asia/Ho_Chi_Minh' });
      await this.boss.work(name, { pollingIntervalSeconds }, async () => {
        await work();
        this.log.log({ job: name }, 'job done');
      });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 3000 });
  }
}
