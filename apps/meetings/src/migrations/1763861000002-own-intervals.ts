import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A device may have an interval of its own for what its kind is scheduled for: that one stands, the kind's does not. */
export class OwnIntervals1763861000002 implements MigrationInterface {
  readonly name = 'OwnIntervals1763861000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE maintenance_schedules ADD instead_of uuid REFERENCES maintenance_schedules,
      ADD CONSTRAINT maintenance_schedules_instead CHECK (instead_of IS NULL OR device_id IS NOT NULL)`);
    await runner.query(`CREATE UNIQUE INDEX maintenance_schedules_own ON maintenance_schedules (device_id, instead_of)
      WHERE ended_at IS NULL`);
    await runner.query('CREATE INDEX maintenance_schedules_instead_of ON maintenance_schedules (instead_of)');
    // What was done for the one counts for the other: it is the same work.
    await runner.query(`
      CREATE OR REPLACE VIEW maintenance_dues AS
      SELECT d.id AS device_id, m.id AS schedule_id, m.what, m.every_months, last.done_on AS last_done_on,
        (coalesce(last.done_on, greatest(m.starts_on, d.acquired_on)) + make_interval(months => m.every_months))::date
          AS due_on
      FROM devices d
      JOIN LATERAL (
        SELECT id, what, every_months, starts_on, coalesce(instead_of, id) AS work
        FROM maintenance_schedules WHERE device_id = d.id AND ended_at IS NULL
        UNION ALL
        SELECT k.id, k.what, k.every_months, k.starts_on, k.id
        FROM maintenance_schedules k WHERE k.item_id = d.item_id AND k.ended_at IS NULL
          AND NOT EXISTS (SELECT FROM maintenance_schedules o
            WHERE o.device_id = d.id AND o.instead_of = k.id AND o.ended_at IS NULL)
      ) m ON true
      LEFT JOIN LATERAL (
        SELECT max(e.done_on) AS done_on FROM maintenance_entries e JOIN maintenance_schedules w ON w.id = e.schedule_id
        WHERE e.device_id = d.id AND (w.id = m.work OR w.instead_of = m.work)
      ) last ON true
      WHERE d.state = 'active'`);
  }

  /** Own intervals become schedules of their own beside the kind's. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE VIEW maintenance_dues AS
      SELECT d.id AS device_id, m.id AS schedule_id, m.what, m.every_months, last.done_on AS last_done_on,
        (coalesce(last.done_on, greatest(m.starts_on, d.acquired_on)) + make_interval(months => m.every_months))::date
          AS due_on
      FROM devices d
      JOIN LATERAL (
        SELECT id, what, every_months, starts_on FROM maintenance_schedules WHERE device_id = d.id AND ended_at IS NULL
        UNION ALL
        SELECT id, what, every_months, starts_on FROM maintenance_schedules WHERE item_id = d.item_id AND ended_at IS NULL
      ) m ON true
      LEFT JOIN LATERAL (
        SELECT max(e.done_on) AS done_on FROM maintenance_entries e WHERE e.device_id = d.id AND e.schedule_id = m.id
      ) last ON true
      WHERE d.state = 'active'`);
    await runner.query('ALTER TABLE maintenance_schedules DROP instead_of');
  }
}
