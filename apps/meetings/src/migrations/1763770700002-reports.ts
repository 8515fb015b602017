import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who owns a row, by heart: where the unit lies and how it is called follows identity's facts. */
const owned = `
  unit_id uuid NOT NULL,
  unit_path uuid[] NOT NULL,
  unit_name text NOT NULL,
  CHECK (unit_path[cardinality(unit_path)] = unit_id)`;

/** Year-end reports, yearly reviews, notes of commendation and violation, feedback. */
export class Reports1763770700002 implements MigrationInterface {
  readonly name = 'Reports1763770700002';

  async up(runner: QueryRunner): Promise<void> {
    await this.reports(runner);
    await this.reviews(runner);
    await this.notes(runner);
  }

  private async reports(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE annual_reports (
        id uuid PRIMARY KEY,
        ${owned},
        -- as the paper's head had it when the report was made
        parent_name text,
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2999),
        state text NOT NULL DEFAULT 'draft'
          CHECK (state IN ('draft', 'submitted', 'returned', 'accepted', 'published')),
        words jsonb NOT NULL,
        -- I31: what was counted, and the events it was counted from
        figures jsonb NOT NULL,
        source jsonb NOT NULL,
        source_hash text NOT NULL,
        counted_at timestamptz NOT NULL,
        return_reason text CHECK (state <> 'returned' OR return_reason IS NOT NULL),
        submitted_at timestamptz,
        accepted_at timestamptz,
        published_at timestamptz,
        version int NOT NULL DEFAULT 1,
        CONSTRAINT annual_reports_once UNIQUE (unit_id, year),
        CHECK (state IN ('draft', 'returned') OR submitted_at IS NOT NULL)
      )`);
    await runner.query('CREATE INDEX annual_reports_path ON annual_reports USING gin (unit_path)');
    await runner.query('CREATE INDEX annual_reports_year ON annual_reports (year)');
    // I31: once accepted, the figures and what they were counted from stay.
    await runner.query(`
      CREATE FUNCTION annual_report_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'an accepted report is not changed';
      END $$`);
    await runner.query(`
      CREATE TRIGGER annual_report_frozen BEFORE UPDATE OF words, figures, source, source_hash, year ON annual_reports
      FOR EACH ROW WHEN (OLD.state IN ('accepted', 'published')) EXECUTE FUNCTION annual_report_frozen()`);
  }

  private async reviews(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reviews (
        id uuid PRIMARY KEY,
        ${owned},
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2999),
        title text NOT NULL CHECK (title <> ''),
        search text NOT NULL,
        intro text NOT NULL,
        questions jsonb NOT NULL,
        deadline date NOT NULL,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'closed')),
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX reviews_path ON reviews USING gin (unit_path)');
    await runner.query(`
      CREATE TABLE review_answers (
        id uuid PRIMARY KEY,
        review_id uuid NOT NULL REFERENCES reviews ON DELETE CASCADE,
        ${owned},
        search text NOT NULL,
        answers jsonb NOT NULL DEFAULT '[]',
        training jsonb NOT NULL DEFAULT '[]',
        state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'draft', 'submitted')),
        submitted_at timestamptz,
        version int NOT NULL DEFAULT 1,
        UNIQUE (review_id, unit_id),
        CHECK ((state = 'submitted') = (submitted_at IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX review_answers_path ON review_answers USING gin (unit_path)');
  }

  private async notes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notes (
        id uuid PRIMARY KEY,
        ${owned},
        kind text NOT NULL CHECK (kind IN ('commendation', 'violation')),
        -- the person it is about; null where it is about the unit
        subject_id uuid,
        subject_name text,
        happened_on date NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        text text NOT NULL,
        search text NOT NULL,
        evidence_id uuid REFERENCES files,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published')),
        author_id uuid NOT NULL,
        published_at timestamptz,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((subject_id IS NULL) = (subject_name IS NULL)),
        CHECK ((state = 'published') = (published_at IS NOT NULL)),
        CHECK (subject_id <> author_id)
      )`);
    await runner.query('CREATE INDEX notes_path ON notes USING gin (unit_path)');
    await runner.query('CREATE INDEX notes_subject ON notes (subject_id) WHERE subject_id IS NOT NULL');
    await runner.query(`
      CREATE TABLE note_corrections (
        id uuid PRIMARY KEY,
        note_id uuid NOT NULL REFERENCES notes ON DELETE CASCADE,
        text text NOT NULL,
        author_id uuid NOT NULL,
        at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX note_corrections_note ON note_corrections (note_id, at)');
    // What was published stays word for word; the subject's name may be forgotten.
    await runner.query(`
      CREATE FUNCTION note_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a published note is not changed, it is corrected';
      END $$`);
    await runner.query(`
      CREATE TRIGGER note_stays BEFORE UPDATE OF kind, happened_on, title, text, evidence_id, state ON notes
      FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION note_stays()`);
    await runner.query(`
      CREATE TABLE feedback (
        id uuid PRIMARY KEY,
        ${owned},
        author_id uuid NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        text text NOT NULL,
        search text NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'closed')),
        created_at timestamptz NOT NULL,
        answer text,
        answered_by uuid,
        answered_at timestamptz,
        version int NOT NULL DEFAULT 1,
        CHECK ((answer IS NULL) = (answered_at IS NULL)),
        CHECK (state <> 'answered' OR answer IS NOT NULL)
      )`);
    await runner.query('CREATE INDEX feedback_path ON feedback USING gin (unit_path)');
    await runner.query('CREATE INDEX feedback_author ON feedback (author_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE feedback, note_corrections, notes, review_answers, reviews, annual_reports',
    );
    await runner.query('DROP FUNCTION annual_report_frozen');
    await runner.query('DROP FUNCTION note_stays');
  }
}
