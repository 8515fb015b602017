import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * I5 keeps the last admin from being taken away, and kept whoever runs the installation from giving a locked-out one a new
 * secret: until it is used the account is invited, not active. The command that does so says so for its transaction.
 */
export class RecoveredAdmins1763780000001 implements MigrationInterface {
  readonly name = 'RecoveredAdmins1763780000001';

  async up(runner: QueryRunner): Promise<void> {
    await this.trigger(
      runner,
      `OLD.state = 'active' AND NEW.state <> 'active'
         AND NOT (NEW.state = 'invited' AND coalesce(current_setting('identity.recovering', true), '') = 'on')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.trigger(runner, `OLD.state = 'active' AND NEW.state <> 'active'`);
  }

  private async trigger(runner: QueryRunner, condition: string): Promise<void> {
    await runner.query('DROP TRIGGER keep_an_admin ON users');
    await runner.query(`
      CREATE TRIGGER keep_an_admin AFTER UPDATE OF state ON users
      FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION keep_an_admin_of_user()`);
  }
}
