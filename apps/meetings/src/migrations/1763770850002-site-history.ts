import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened to a site, for those who keep it; what devices, tasks and checks tell is read from their own tables. */
export class SiteHistory1763770850002 implements MigrationInterface {
  readonly name = 'SiteHistory1763770850002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE site_events (
        id uuid PRIMARY KEY,
        site_id uuid NOT NULL REFERENCES sites,
        at timestamptz NOT NULL,
        -- null where the system did it by itself
        by_id uuid,
        kind text NOT NULL,
        name text,
        note text,
        -- [{field, from, to}]
        changes jsonb NOT NULL DEFAULT '[]'
      )`);
    await runner.query('CREATE INDEX site_events_site ON site_events (site_id, at)');
    await runner.query('CREATE INDEX site_events_by ON site_events (by_id)');
    await runner.query(
      'CREATE INDEX device_tests_site ON device_tests (site_id, at) WHERE site_id IS NOT NULL',
    );
    await runner.query('CREATE INDEX device_moves_from ON device_moves (from_site_id, at)');
    await runner.query('CREATE INDEX device_moves_to ON device_moves (to_site_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX device_moves_to, device_moves_from, device_tests_site');
    await runner.query('DROP TABLE site_events');
  }
}
