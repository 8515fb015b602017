import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { SettingsClient } from '@diemcau/contracts/identity/settings';
import { RetentionFacts } from '@diemcau/contracts/meetings/retention';
import { Facts } from '@diemcau/service/facts/facts';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const perFact = 1000;

/** Forgets who asked to enter rooms, as long after as the province has set, and tells media to do the same. */
@Injectable()
export class RetentionJob {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly settings: SettingsClient,
    private readonly facts: Facts,
    jobs: Jobs,
  ) {
    jobs.every('meetings.privacy.retention', '40 2 * * *', () => this.forget());
  }

  async forget(): Promise<void> {
    const provinces = await this.database.query<{ id: string; roomIds: string[] }[]>(
      'SELECT owner_unit_path[1] AS id, array_agg(id) AS "roomIds" FROM rooms GROUP BY 1',
    );
    for (const { id, roomIds } of provinces) {
      const { retentionDays } = await this.settings.of({ provinceId: id }, itself);
      await this.forgetIn(roomIds, retentionDays.roomTraces);
    }
  }

  private async forgetIn(roomIds: readonly string[], days: number): Promise<void> {
    const before = new Date(Date.now() - days * 24 * 3_600_000);
    for (let at = 0; at < roomIds.length; at += perFact) {
      const some = roomIds.slice(at, at + perFact);
      await this.database.transaction(async (manager) => {
        await manager.query(
          `DELETE FROM lobby_entries WHERE room_id = ANY ($1) AND decided_at < $2 AND state <> 'admitted'`,
          [some, before],
        );
        await manager.query('DELETE FROM room_passages WHERE room_id = ANY ($1) AND at < $2', [some, before]);
        await this.facts.record(manager, RetentionFacts.roomTracesExpired, {
          roomIds: some,
          before: before.toISOString(),
        });
      });
    }
  }
}
