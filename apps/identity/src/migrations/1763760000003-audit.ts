import type { MigrationInterface, QueryRunner } from 'typeorm';

/** I7: entries are written in the transaction of what they tell, and never changed afterwards. */
export class Audit1763760000003 implements MigrationInterface {
  readonly name = 'Audit1763760000003';

  async up(runner: QueryRunner): Promise<void> {
    // No foreign keys: what an entry tells of may go, the entry stays.
    await runner.query(`
      CREATE TABLE audit_entries (
        sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        province_id uuid,
        unit_id uuid,
        actor_kind text NOT NULL CHECK (actor_kind IN ('user', 'key', 'service', 'anonymous')),
        actor_id text,
        session_id uuid,
        address text,
        agent text,
        request_id text,
        action text NOT NULL CHECK (action <> ''),
        object_kind text NOT NULL,
        object_id text NOT NULL,
        before jsonb,
        after jsonb
      )`);
    await runner.query('CREATE INDEX audit_entries_province ON audit_entries (province_id, sequence)');
    await runner.query(
      'CREATE INDEX audit_entries_object ON audit_entries (object_kind, object_id, sequence)',
    );
    await runner.query('CREATE INDEX audit_entries_actor ON audit_entries (actor_id, sequence)');
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entries');
    await runner.query('DROP FUNCTION refuse_change');
  }
}
