import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Points of agendas and items of checklists know when their meeting begins, as its sites do: the calendar of a unit that
 * prepares a part is a short range of an index by unit and start, however many years there are.
 */
export class PartsInCalendars1763770900001 implements MigrationInterface {
  readonly name = 'PartsInCalendars1763770900001';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['agenda_items', 'checklist_items']) {
      await runner.query(`ALTER TABLE ${table} ADD starts_at timestamptz`);
      await runner.query(
        `UPDATE ${table} part SET starts_at = o.starts_at FROM occurrences o WHERE o.id = part.occurrence_id`,
      );
      await runner.query(`ALTER TABLE ${table} ALTER starts_at SET NOT NULL`);
      await runner.query(`DROP INDEX ${table}_unit`);
      await runner.query(`CREATE INDEX ${table}_unit ON ${table} (unit_id, starts_at)`);
    }
    await runner.query(`
      CREATE FUNCTION parts_moved() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        UPDATE agenda_items SET starts_at = NEW.starts_at WHERE occurrence_id = NEW.id;
        UPDATE checklist_items SET starts_at = NEW.starts_at WHERE occurrence_id = NEW.id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER parts_moved AFTER UPDATE OF starts_at ON occurrences
      FOR EACH ROW WHEN (OLD.starts_at IS DISTINCT FROM NEW.starts_at) EXECUTE FUNCTION parts_moved()`);
    await runner.query('CREATE INDEX score_sheets_jury ON score_sheets USING gin (jury_ids)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX score_sheets_jury');
    await runner.query('DROP TRIGGER parts_moved ON occurrences');
    await runner.query('DROP FUNCTION parts_moved');
    for (const table of ['agenda_items', 'checklist_items']) {
      await runner.query(`DROP INDEX ${table}_unit`);
      await runner.query(`ALTER TABLE ${table} DROP starts_at`);
      await runner.query(`CREATE INDEX ${table}_unit ON ${table} (unit_id)`);
    }
  }
}
