import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is kept of a site beside its own row: operators, readiness, papers, rules, camera presets, costs. */
export class SiteParts1763770600002 implements MigrationInterface {
  readonly name = 'SiteParts1763770600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE site_operators (
        site_id uuid NOT NULL REFERENCES sites,
        -- of identity's roster; what it says is copied, and copied anew every day
        entry_id uuid NOT NULL,
        user_id uuid,
        name text NOT NULL,
        phone text,
        duties text NOT NULL,
        until date,
        position int NOT NULL,
        PRIMARY KEY (site_id, entry_id)
      )`);
    await runner.query('CREATE INDEX site_operators_user ON site_operators (user_id)');
    await this.readiness(runner);
    await this.papers(runner);
    await runner.query(`
      CREATE TABLE camera_presets (
        id uuid PRIMARY KEY,
        site_id uuid NOT NULL REFERENCES sites,
        position int NOT NULL,
        name text NOT NULL,
        number int,
        region jsonb,
        thumbnail_id uuid REFERENCES files
      )`);
    await runner.query('CREATE INDEX camera_presets_site ON camera_presets (site_id, position)');
    await runner.query(`
      CREATE TABLE cost_lines (
        id uuid PRIMARY KEY,
        site_id uuid NOT NULL REFERENCES sites,
        year int NOT NULL,
        kind text NOT NULL,
        text text NOT NULL,
        -- đồng
        planned bigint NOT NULL CHECK (planned >= 0),
        actual bigint CHECK (actual >= 0),
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX cost_lines_site ON cost_lines (site_id, year)');
  }

  private async readiness(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE checklists (
        province_id uuid PRIMARY KEY,
        version int NOT NULL,
        items jsonb NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE readiness_answers (
        site_id uuid NOT NULL REFERENCES sites,
        key text NOT NULL,
        result text NOT NULL CHECK (result IN ('missing', 'pass', 'fail', 'waived')),
        commitment text,
        actual text,
        due_on date,
        expires_on date,
        reason text CHECK ((reason IS NOT NULL) = (result = 'waived')),
        by_id uuid,
        at timestamptz NOT NULL,
        photo_ids uuid[] NOT NULL DEFAULT '{}',
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (site_id, key)
      )`);
    await runner.query(
      `CREATE INDEX readiness_answers_expiry ON readiness_answers (expires_on) WHERE expires_on IS NOT NULL`,
    );
  }

  private async papers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE site_documents (
        id uuid PRIMARY KEY,
        site_id uuid NOT NULL REFERENCES sites,
        kind text NOT NULL,
        title text NOT NULL,
        number text,
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to >= valid_from),
        reported_to text,
        reported_on date,
        file_id uuid REFERENCES files,
        -- of the end that somebody was reminded of, so that nobody is twice
        reminded_of date,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX site_documents_site ON site_documents (site_id)');
    await runner.query('CREATE INDEX site_documents_end ON site_documents (valid_to)');
    await runner.query(`
      CREATE TABLE room_rules (
        id uuid PRIMARY KEY,
        unit_id uuid NOT NULL,
        unit_path uuid[] NOT NULL,
        unit_name text NOT NULL,
        edition int NOT NULL,
        title text NOT NULL,
        text text NOT NULL,
        file_id uuid REFERENCES files,
        published_by uuid NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now(),
        CHECK (unit_path[cardinality(unit_path)] = unit_id),
        UNIQUE (unit_id, edition)
      )`);
    await runner.query('CREATE INDEX room_rules_path ON room_rules USING gin (unit_path)');
    await runner.query(`
      CREATE TABLE rules_acknowledgements (
        rules_id uuid NOT NULL REFERENCES room_rules,
        site_id uuid NOT NULL REFERENCES sites,
        user_id uuid NOT NULL,
        name text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (rules_id, site_id, user_id)
      )`);
    await runner.query('CREATE INDEX rules_acknowledgements_site ON rules_acknowledgements (site_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE rules_acknowledgements, room_rules, site_documents, readiness_answers, checklists,
      cost_lines, camera_presets, site_operators`);
  }
}
