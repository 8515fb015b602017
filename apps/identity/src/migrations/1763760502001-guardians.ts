import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parents and guardians, the codes that bind them, and what they agreed to (Law 91/2025). */
export class Guardians1763760502001 implements MigrationInterface {
  readonly name = 'Guardians1763760502001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE guardianships (
        id uuid PRIMARY KEY,
        guardian_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        student_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        relation text NOT NULL CHECK (relation IN ('mother', 'father', 'guardian')),
        since timestamptz(3) NOT NULL DEFAULT now(),
        ended_at timestamptz(3),
        ended_by uuid,
        CHECK (guardian_id <> student_id)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX guardianships_current ON guardianships (guardian_id, student_id) WHERE ended_at IS NULL`);
    await runner.query('CREATE INDEX guardianships_student ON guardianships (student_id)');
    // Whoever guesses birth dates with a code in hand uses it up: `failures`.
    await runner.query(`
      CREATE TABLE guardian_codes (
        student_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        hash bytea NOT NULL UNIQUE,
        issued_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3) NOT NULL,
        uses int NOT NULL DEFAULT 0 CHECK (uses BETWEEN 0 AND 3),
        failures int NOT NULL DEFAULT 0,
        CHECK (expires_at > issued_at)
      )`);
    // Whose data it is about, and who agreed: the guardian of a minor, or the person.
    await runner.query(`
      CREATE TABLE consents (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind <> ''),
        text_version text NOT NULL CHECK (text_version <> ''),
        given_at timestamptz(3) NOT NULL DEFAULT now(),
        given_by uuid REFERENCES users ON DELETE SET NULL,
        address text,
        agent text,
        withdrawn_at timestamptz(3),
        CHECK (withdrawn_at >= given_at)
      )`);
    await runner.query('CREATE INDEX consents_user ON consents (user_id, kind)');
    await runner.query('CREATE INDEX consents_given_by ON consents (given_by)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE consents, guardian_codes, guardianships');
  }
}
