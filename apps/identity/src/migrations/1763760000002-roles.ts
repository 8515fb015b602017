import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles become data; grants are revoked instead of deleted, and may be delegated. */
export class Roles1763760000002 implements MigrationInterface {
  readonly name = 'Roles1763760000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE roles (
        key text PRIMARY KEY CHECK (key <> ''),
        province_id uuid REFERENCES units,
        name_vi text NOT NULL CHECK (name_vi <> ''),
        name_en text NOT NULL CHECK (name_en <> ''),
        permissions text[] NOT NULL,
        version int NOT NULL DEFAULT 1
      )`);
    // Their names and permissions come from the contract at every start.
    await runner.query(`
      INSERT INTO roles (key, name_vi, name_en, permissions)
      SELECT key, key, key, '{}' FROM unnest(ARRAY['departmentAdmin', 'unitOperator', 'leader', 'chair', 'director',
        'secretary', 'siteOperator', 'teacher', 'appraiser', 'testingOfficer', 'invigilator', 'student', 'parent',
        'attendee']) AS key`);
    await runner.query(`
      ALTER TABLE role_grants
        DROP CONSTRAINT role_grants_role_check,
        ADD FOREIGN KEY (role) REFERENCES roles,
        ADD revoked_at timestamptz(3),
        ADD revoked_by uuid,
        ADD delegated_from uuid REFERENCES role_grants ON DELETE CASCADE`);
    await runner.query('CREATE INDEX role_grants_unit ON role_grants (unit_id) WHERE revoked_at IS NULL');
    await runner.query('CREATE INDEX role_grants_role ON role_grants (role) WHERE revoked_at IS NULL');
    await runner.query('CREATE INDEX role_grants_delegated ON role_grants (delegated_from)');
    await this.keepAnAdmin(runner);
  }

  /**
   * I5. A province that has a department admin keeps one: somebody who can sign in, in their own right, without an end
   * date. Two admins who remove each other at the same moment wait for each other here, and the second is refused.
   */
  private async keepAnAdmin(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION keep_an_admin(province uuid) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('identity.admins ' || province));
        PERFORM FROM units WHERE id = province AND parent_id IS NULL AND state = 'active';
        IF NOT FOUND THEN RETURN; END IF;
        PERFORM FROM role_grants g JOIN users u ON u.id = g.user_id
        WHERE g.unit_id = province AND g.role = 'departmentAdmin' AND g.subtree AND g.revoked_at IS NULL
          AND g.delegated_from IS NULL AND g.valid_from <= now() AND g.valid_to IS NULL AND u.state = 'active';
        IF NOT FOUND THEN
          RAISE EXCEPTION 'unit % would be left without a department admin', province
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'last_department_admin';
        END IF;
      END $$`);
    await runner.query(`
      CREATE FUNCTION keep_an_admin_of_grant() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        PERFORM keep_an_admin(OLD.unit_id);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER keep_an_admin AFTER UPDATE OR DELETE ON role_grants
      FOR EACH ROW WHEN (OLD.role = 'departmentAdmin' AND OLD.revoked_at IS NULL AND OLD.delegated_from IS NULL)
      EXECUTE FUNCTION keep_an_admin_of_grant()`);
    await runner.query(`
      CREATE FUNCTION keep_an_admin_of_user() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        PERFORM keep_an_admin(g.unit_id) FROM role_grants g
        WHERE g.user_id = OLD.id AND g.role = 'departmentAdmin' AND g.revoked_at IS NULL AND g.delegated_from IS NULL;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER keep_an_admin AFTER UPDATE OF state ON users
      FOR EACH ROW WHEN (OLD.state = 'active' AND NEW.state <> 'active')
      EXECUTE FUNCTION keep_an_admin_of_user()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER keep_an_admin ON users');
    await runner.query('DROP TRIGGER keep_an_admin ON role_grants');
    await runner.query('DROP FUNCTION keep_an_admin_of_user, keep_an_admin_of_grant, keep_an_admin');
    await runner.query(
      'ALTER TABLE role_grants DROP CONSTRAINT role_grants_role_fkey, DROP revoked_at, DROP revoked_by, DROP delegated_from',
    );
    await runner.query('DROP TABLE roles');
  }
}
