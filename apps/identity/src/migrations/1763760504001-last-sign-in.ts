import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions are forgotten soon after they end; when somebody was last here is not. */
export class LastSignIn1763760504001 implements MigrationInterface {
  readonly name = 'LastSignIn1763760504001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users ADD last_sign_in_at timestamptz(3)');
    await runner.query(`
      UPDATE users SET last_sign_in_at = (SELECT max(started_at) FROM sessions WHERE user_id = users.id)
      WHERE id IN (SELECT user_id FROM sessions)`);
    await runner.query(`
      CREATE FUNCTION note_sign_in() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        UPDATE users SET last_sign_in_at = NEW.started_at WHERE id = NEW.user_id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER note_sign_in AFTER INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION note_sign_in()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER note_sign_in ON sessions');
    await runner.query('DROP FUNCTION note_sign_in');
    await runner.query('ALTER TABLE users DROP last_sign_in_at');
  }
}
