import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The point about seats follows from the site's capacity (HB-2.3); sites are judged by it every night, and when they change. */
export class CountedSeats1763862000001 implements MigrationInterface {
  readonly name = 'CountedSeats1763862000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE checklists SET items = coalesce((
        SELECT jsonb_agg(item || CASE WHEN item ->> 'key' = 'seats'
            THEN '{"seats": 40, "photo": false, "validMonths": null}'::jsonb ELSE '{"seats": null}'::jsonb END ORDER BY at)
        FROM jsonb_array_elements(items) WITH ORDINALITY AS one (item, at)), '[]')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE checklists SET items = coalesce((
        SELECT jsonb_agg(item - 'seats' ORDER BY at)
        FROM jsonb_array_elements(items) WITH ORDINALITY AS one (item, at)), '[]')`);
  }
}
