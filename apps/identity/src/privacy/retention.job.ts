import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SettingsService } from '../settings/settings.service.js';

/** Forgets what a province wants to be kept no longer: each statement takes the province and the days. */
const statements = {
  importFiles: `DELETE FROM imports WHERE province_id = $1 AND finished_at < now() - make_interval(days => $2)`,
  mails: `UPDATE mails SET state = 'purged', recipient = NULL, subject = NULL, sealed_text = NULL,
            sealed_calendar = NULL, calendar_method = NULL, problem = NULL
          WHERE province_id = $1 AND state <> 'purged' AND created_at < now() - make_interval(days => $2)`,
  webhookDeliveries: `DELETE FROM webhook_deliveries USING webhooks, units
                      WHERE webhooks.id = webhook_id AND units.id = webhooks.unit_id AND units.province_id = $1
                        AND happened_at < now() - make_interval(days => $2)`,
} as const;

@Injectable()
export class RetentionJob {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly settings: SettingsService,
    jobs: Jobs,
  ) {
    jobs.every('identity.privacy.retention', '27 * * * *', () => this.forget());
  }

  async forget(): Promise<void> {
    const provinces = await this.database.query<{ id: string }[]>(
      'SELECT id FROM units WHERE parent_id IS NULL',
    );
    for (const { id } of provinces) {
      const { retentionDays } = await this.settings.of(id);
      for (const kind of ['importFiles', 'mails', 'webhookDeliveries'] as const) {
        await this.database.query(statements[kind], [id, retentionDays[kind]]);
      }
    }
    await this.database.query(
      `DELETE FROM privacy_archives WHERE request_id IN (
         SELECT id FROM privacy_requests WHERE archive_until < now())`,
    );
  }
}
