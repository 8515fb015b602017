import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which unit people were on which day, and that nobody slips into a unit while it is being closed (I3). */
export class UserMoves1763760203001 implements MigrationInterface {
  readonly name = 'UserMoves1763760203001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE user_moves (
        sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        from_unit_id uuid NOT NULL REFERENCES units,
        to_unit_id uuid NOT NULL REFERENCES units,
        moved_on date NOT NULL
      )`);
    await runner.query('CREATE INDEX user_moves_user ON user_moves (user_id, moved_on, sequence)');
    await runner.query('CREATE INDEX user_moves_from ON user_moves (from_unit_id)');
    await runner.query(`
      CREATE FUNCTION note_user_move() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        INSERT INTO user_moves (user_id, from_unit_id, to_unit_id, moved_on)
        VALUES (NEW.id, OLD.unit_id, NEW.unit_id,
                coalesce(nullif(current_setting('identity.moved_on', true), '')::date, units_today()));
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER note_user_move AFTER UPDATE OF unit_id ON users
      FOR EACH ROW WHEN (OLD.unit_id <> NEW.unit_id) EXECUTE FUNCTION note_user_move()`);
    await this.waitForClosing(runner);
  }

  /** I3. The lock waits for an event that is closing the unit at this moment; without it both would succeed. */
  private async waitForClosing(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION refuse_closed_unit() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        is_now text;
      BEGIN
        SELECT state INTO is_now FROM units WHERE id = NEW.unit_id FOR SHARE;
        IF is_now = 'closed' THEN
          RAISE EXCEPTION 'unit % is closed and takes no new users', NEW.unit_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'closed_unit';
        END IF;
        RETURN NEW;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER note_user_move ON users');
    await runner.query('DROP FUNCTION note_user_move');
    await runner.query('DROP TABLE user_moves');
  }
}
