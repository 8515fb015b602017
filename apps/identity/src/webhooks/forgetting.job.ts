import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Gives up what waited three days for a webhook that stayed paused or disabled; forgets deliveries after 30 days. */
@Injectable()
export class ForgettingJob {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    jobs: Jobs,
  ) {
    jobs.every('identity.webhooks.forget', '43 * * * *', () => this.forget());
  }

  async forget(): Promise<void> {
    await this.database.query(
      `UPDATE webhook_deliveries d SET state = 'failed', fault = 'notActive'
       FROM webhooks w WHERE w.id = d.webhook_id AND w.state <> 'active' AND d.state = 'pending'
         AND d.first_due_at < now() - interval '3 days'`,
    );
    await this.database.query(
      `DELETE FROM webhook_deliveries WHERE happened_at < now() - interval '30 days' AND state <> 'pending'`,
    );
    await this.database.query(
      'UPDATE webhooks SET old_secret = NULL, old_secret_until = NULL WHERE old_secret_until < now()',
    );
  }
}
