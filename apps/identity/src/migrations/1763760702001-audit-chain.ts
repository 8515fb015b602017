import type { MigrationInterface, QueryRunner } from 'typeorm';

/** I7: committed entries are put into a chain of hashes; whoever changes the past breaks it. */
export class AuditChain1763760702001 implements MigrationInterface {
  readonly name = 'AuditChain1763760702001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_chain (
        position bigint PRIMARY KEY CHECK (position > 0),
        entry_id uuid NOT NULL UNIQUE,
        hash bytea NOT NULL CHECK (length(hash) = 32),
        sealed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
      )`);
    await runner.query(`
      CREATE TABLE audit_anchors (
        position bigint PRIMARY KEY,
        hash bytea NOT NULL,
        at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
      )`);
    for (const table of ['audit_chain', 'audit_anchors']) {
      await runner.query(`
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    await this.keepQueue(runner);
    await runner.query('CREATE INDEX audit_entries_unit ON audit_entries (unit_id, sequence)');
    await runner.query('CREATE INDEX audit_entries_at ON audit_entries USING brin (at)');
  }

  /**
   * What waits to be sealed. Numbers are drawn before the commit, so an entry may appear below others that are sealed
   * already; its row here appears with it, and none is passed over.
   */
  private async keepQueue(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE audit_unsealed (sequence bigint PRIMARY KEY)');
    await runner.query('INSERT INTO audit_unsealed SELECT sequence FROM audit_entries');
    await runner.query(`
      CREATE FUNCTION queue_for_sealing() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        INSERT INTO audit_unsealed SELECT sequence FROM added;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER queue_for_sealing AFTER INSERT ON audit_entries
      REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION queue_for_sealing()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER queue_for_sealing ON audit_entries');
    await runner.query('DROP FUNCTION queue_for_sealing');
    await runner.query('DROP INDEX audit_entries_unit, audit_entries_at');
    await runner.query('DROP TABLE audit_unsealed, audit_anchors, audit_chain');
  }
}
