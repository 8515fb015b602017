import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
/** Most ids in one question to identity. */
const atOnce = 1000;

const withoutLevel = `
  SELECT unit_id AS id FROM series WHERE level IS NULL AND ($1::uuid IS NULL OR unit_id > $1)
  UNION SELECT unit_id FROM occurrences WHERE level IS NULL AND ($1::uuid IS NULL OR unit_id > $1)
  ORDER BY id LIMIT ${atOnce}`;

/** What was made before meetings had levels gets that of its unit's type (HB-1); everything later has one from the start. */
@Injectable()
export class LevelsJob {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: UnitsClient,
    jobs: Jobs,
  ) {
    jobs.every('meetings.levels', '*/5 * * * *', () => this.run());
  }

  async run(): Promise<void> {
    for (let last: string | null = null; ;) {
      const rows: { id: string }[] = await this.database.query(withoutLevel, [last]);
      const [lastOf] = rows.slice(-1);
      if (!lastOf) return;
      last = lastOf.id;
      await this.fill(rows.map(({ id }) => id));
    }
  }

  private async fill(unitIds: string[]): Promise<void> {
    const { items } = await this.units.named({ unitIds }, itself);
    const known = [items.map(({ id }) => id), items.map(({ type }) => type)];
    for (const table of ['series', 'occurrences']) {
      await this.database.query(
        `UPDATE ${table} SET level = unit.type FROM unnest($1::uuid[], $2::text[]) AS unit (id, type)
         WHERE ${table}.unit_id = unit.id AND ${table}.level IS NULL`,
        known,
      );
    }
  }
}
