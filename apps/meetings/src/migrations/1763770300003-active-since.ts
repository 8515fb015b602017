import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Only what a series promised can be missed: dates before it was approved are nobody's loss (HB-7.1). */
export class ActiveSince1763770300003 implements MigrationInterface {
  readonly name = 'ActiveSince1763770300003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE series ADD active_since timestamptz');
    await runner.query(`UPDATE series SET active_since = created_at WHERE state <> 'draft'`);
    await runner.query(`
      CREATE FUNCTION series_activated() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' OR OLD.state <> 'active' THEN NEW.active_since := now(); END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER series_activated BEFORE INSERT OR UPDATE OF state ON series
      FOR EACH ROW WHEN (NEW.state = 'active') EXECUTE FUNCTION series_activated()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER series_activated ON series');
    await runner.query('DROP FUNCTION series_activated');
    await runner.query('ALTER TABLE series DROP active_since');
  }
}
