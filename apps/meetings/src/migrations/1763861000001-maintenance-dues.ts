import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each device is due for each schedule that is for it: one rule for whoever asks. */
export class MaintenanceDues1763861000001 implements MigrationInterface {
  readonly name = 'MaintenanceDues1763861000001';

  async up(runner: QueryRunner): Promise<void> {
    // The next time is counted from the last entry of the schedule; before the first one, from the schedule's start, or from
    // the day the device came when that is later.
    await runner.query(`
      CREATE VIEW maintenance_dues AS
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
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW maintenance_dues');
  }
}
