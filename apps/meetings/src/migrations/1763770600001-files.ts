import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of files; the bytes lie in a folder or in S3, those of unfinished uploads here. */
export class Files1763770600001 implements MigrationInterface {
  readonly name = 'Files1763770600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE files (
        id uuid PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('photo', 'document', 'thumbnail')),
        name text NOT NULL,
        -- the account or the key that sent it
        sender_id uuid NOT NULL,
        -- set when it arrived whole
        media_type text,
        bytes int CHECK (bytes > 0),
        sha256 text,
        kept_at timestamptz,
        -- set when something refers to it; who may see it follows from the unit, or from the meeting
        unit_id uuid,
        unit_path uuid[],
        permission text,
        occurrence_id uuid REFERENCES occurrences,
        -- since when nothing refers to it: a day later it is thrown away
        unused_since timestamptz DEFAULT now(),
        CHECK ((kept_at IS NULL) = (media_type IS NULL) AND (kept_at IS NULL) = (sha256 IS NULL)),
        CHECK ((unit_id IS NULL) = (unit_path IS NULL) AND (unit_id IS NULL) = (permission IS NULL)),
        CHECK (unit_id IS NULL OR kept_at IS NOT NULL)
      )`);
    await runner.query('CREATE INDEX files_unused ON files (unused_since) WHERE unused_since IS NOT NULL');
    await runner.query('CREATE INDEX files_sender ON files (sender_id) WHERE unused_since IS NOT NULL');
    await runner.query('CREATE INDEX files_unit ON files (unit_id)');
    await runner.query(`
      CREATE TABLE file_parts (
        file_id uuid NOT NULL REFERENCES files ON DELETE CASCADE,
        sequence int NOT NULL,
        data bytea NOT NULL,
        PRIMARY KEY (file_id, sequence)
      )`);
    // Pictures and documents are compressed already.
    await runner.query('ALTER TABLE file_parts ALTER data SET STORAGE EXTERNAL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE file_parts, files');
  }
}
