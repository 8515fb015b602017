import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is to be reminded of what, and every reminder there was: the unique row is what makes it one. */
export class Reminders1763770300002 implements MigrationInterface {
  readonly name = 'Reminders1763770300002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_policies (
        province_id uuid PRIMARY KEY,
        -- [{about, minutes, to}]
        rules jsonb NOT NULL CHECK (jsonb_typeof(rules) = 'array'),
        version int NOT NULL DEFAULT 1
      )`);
    await runner.query(`
      CREATE TABLE reminders (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        occurrence_id uuid NOT NULL REFERENCES occurrences ON DELETE CASCADE,
        sequence int NOT NULL,
        about text NOT NULL CHECK (about IN ('start', 'agenda', 'answer')),
        minutes int NOT NULL CHECK (minutes BETWEEN 5 AND 86400),
        -- the occurrence itself, an agenda item, an invitation
        subject_id uuid NOT NULL,
        due_at timestamptz NOT NULL,
        -- nobody is helped by one that comes later
        useful_until timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'planned'
          CHECK (state IN ('planned', 'sent', 'missed', 'superseded', 'dropped')),
        decided_at timestamptz,
        people int NOT NULL DEFAULT 0,
        UNIQUE (occurrence_id, sequence, about, minutes, subject_id),
        CHECK ((state = 'planned') = (decided_at IS NULL))
      )`);
    await runner.query(`CREATE INDEX reminders_due ON reminders (due_at) WHERE state = 'planned'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reminders, reminder_policies');
  }
}
