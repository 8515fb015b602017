import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What directories call people and classes, and what they have deleted; each unit's directory for itself. */
export class Scim1763760602001 implements MigrationInterface {
  readonly name = 'Scim1763760602001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scim_links (
        realm_id uuid NOT NULL REFERENCES units,
        type text NOT NULL CHECK (type IN ('Users', 'Groups')),
        resource_id uuid NOT NULL,
        external_id text,
        deleted_at timestamptz(3),
        PRIMARY KEY (realm_id, type, resource_id)
      )`);
    await runner.query('CREATE INDEX scim_links_external ON scim_links (realm_id, type, external_id)');
    await runner.query('CREATE INDEX scim_links_resource ON scim_links (resource_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE scim_links');
  }
}
