import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { dataKinds } from '@diemcau/contracts/identity/privacy-kinds';
import { SettingsClient } from '@diemcau/contracts/identity/settings';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const dayMs = 24 * 3_600_000;

/** Forgets calendars that nobody reads any more, and why somebody did not come to a meeting long over. */
@Injectable()
export class TracesJob {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly settings: SettingsClient,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.every('meetings.privacy.traces', '50 2 * * *', () => this.forget());
  }

  async forget(): Promise<void> {
    await this.database.query('DELETE FROM feeds WHERE coalesce(last_read_at, created_at) < $1', [
      this.before(dataKinds.calendarFeeds.retention.days),
    ]);
    const provinces = await this.database.query<{ id: string }[]>(
      `SELECT DISTINCT meeting.unit_path[1] AS id FROM invitations invitation
       JOIN occurrences meeting ON meeting.id = invitation.occurrence_id WHERE invitation.reason IS NOT NULL`,
    );
    for (const { id } of provinces) {
      const { retentionDays } = await this.settings.of({ provinceId: id }, itself);
      await this.database.query(
        `UPDATE invitations invitation SET reason = NULL FROM occurrences meeting
         WHERE meeting.id = invitation.occurrence_id AND invitation.reason IS NOT NULL AND meeting.unit_path[1] = $1 AND meeting.ends_at < $2`,
        [id, this.before(retentionDays.roomTraces)],
      );
    }
  }

  private before(days: number): Date {
    return new Date(this.clock.now().getTime() - days * dayMs);
  }
}
