import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was planned of a series, as a plan approves it. */
const planned = (row: string): string =>
  ['kind', 'title', 'rule', 'first_day', 'starts_at', 'duration_min', 'zone', 'shift']
    .map((column) => `${row}.${column}`)
    .join(', ');

/** Approval of plans, choices about single dates, the working calendar. */
export class Planning1763770100001 implements MigrationInterface {
  readonly name = 'Planning1763770100001';

  async up(runner: QueryRunner): Promise<void> {
    await this.plans(runner);
    await this.series(runner);
    await this.freeze(runner);
    await this.calendar(runner);
  }

  private async plans(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plans
        ADD replaces_id uuid REFERENCES plans,
        ADD comment text,
        ADD submitted_at timestamptz,
        ADD approved_at timestamptz,
        ADD approved_by uuid,
        -- folded title
        ADD search text NOT NULL DEFAULT '',
        -- I12
        ADD CHECK (approved_by <> author_id),
        ADD CHECK ((approved_at IS NULL) = (approved_by IS NULL)),
        ADD CHECK ((state IN ('approved', 'superseded')) = (approved_at IS NOT NULL))`);
    await runner.query(
      `CREATE UNIQUE INDEX plans_renewal ON plans (replaces_id) WHERE state IN ('draft', 'submitted')`,
    );
    await runner.query(`
      CREATE TABLE approved_plans (
        plan_id uuid PRIMARY KEY REFERENCES plans,
        at timestamptz NOT NULL,
        by uuid NOT NULL,
        lines jsonb NOT NULL
      )`);
    await runner.query(`
      CREATE FUNCTION approved_for_good() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'what was approved is permanent';
      END $$`);
    await runner.query(`
      CREATE TRIGGER approved_for_good BEFORE UPDATE OR DELETE ON approved_plans
      FOR EACH ROW EXECUTE FUNCTION approved_for_good()`);
    await runner.query(`
      CREATE TRIGGER approved_for_good BEFORE UPDATE OF year, month, title, author_id, approved_at, approved_by ON plans
      FOR EACH ROW WHEN (OLD.state IN ('approved', 'superseded')) EXECUTE FUNCTION approved_for_good()`);
  }

  private async series(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE series
        ADD author_id uuid,
        ADD approved_by uuid,
        -- the dates of a series are those of its rule between these days, both included
        ADD from_day date,
        ADD until_day date,
        -- folded title
        ADD search text NOT NULL DEFAULT '',
        ADD CHECK (approved_by <> author_id)`);
    // Who else will have a site or a room: asked by every preview.
    await runner.query(`
      CREATE INDEX series_sites ON series USING gin (jsonb_path_query_array(template, '$.sites[*].siteId'))
      WHERE state = 'active'`);
    await runner.query(`CREATE INDEX series_room ON series ((template->>'roomId')) WHERE state = 'active'`);
    await runner.query('CREATE INDEX series_plan ON series (plan_id)');
    await runner.query('CREATE INDEX series_follows ON series (follows_id)');
    await runner.query(`
      CREATE TABLE series_choices (
        series_id uuid NOT NULL REFERENCES series ON DELETE CASCADE,
        nominal date NOT NULL,
        choice text NOT NULL CHECK (choice IN ('move', 'skip', 'ask', 'hold')),
        day date,
        starts_at time,
        note text,
        PRIMARY KEY (series_id, nominal),
        CHECK ((choice = 'move') = (day IS NOT NULL)),
        CHECK (starts_at IS NULL OR choice = 'move')
      )`);
  }

  /**
   * Whoever writes, and however: what a plan planned stays as it was approved. Series pass on to the plan that takes the
   * place of theirs, and "this and following" may continue one with the same times.
   */
  private async freeze(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION series_frozen() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        plan plans;
      BEGIN
        IF TG_OP <> 'INSERT' THEN
          SELECT * INTO plan FROM plans WHERE id = OLD.plan_id FOR SHARE;
          IF plan.state IN ('approved', 'superseded') THEN
            IF TG_OP = 'DELETE' OR (${planned('NEW')}) IS DISTINCT FROM (${planned('OLD')}) THEN
              RAISE EXCEPTION 'the plan of series % is approved', OLD.id;
            END IF;
            IF NEW.plan_id IS DISTINCT FROM OLD.plan_id AND NOT EXISTS (
              SELECT FROM plans WHERE id = NEW.plan_id AND replaces_id = OLD.plan_id) THEN
              RAISE EXCEPTION 'the plan of series % is approved', OLD.id;
            END IF;
          END IF;
          RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        END IF;
        SELECT * INTO plan FROM plans WHERE id = NEW.plan_id FOR SHARE;
        IF plan.state IN ('approved', 'superseded') AND NOT EXISTS (
          SELECT FROM series followed WHERE followed.id = NEW.follows_id AND followed.plan_id = NEW.plan_id
            AND (${planned('followed')}) IS NOT DISTINCT FROM (${planned('NEW')})) THEN
          RAISE EXCEPTION 'plan % is approved', NEW.plan_id;
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER series_frozen
      BEFORE INSERT OR DELETE OR UPDATE OF plan_id, kind, title, rule, first_day, starts_at, duration_min, zone, shift
      ON series FOR EACH ROW EXECUTE FUNCTION series_frozen()`);
  }

  private async calendar(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_years (
        province_id uuid NOT NULL,
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2199),
        taken_at timestamptz NOT NULL DEFAULT now(),
        taken_by uuid,
        PRIMARY KEY (province_id, year)
      )`);
    await runner.query(`
      CREATE TABLE calendar_days (
        id uuid PRIMARY KEY,
        province_id uuid NOT NULL,
        year int GENERATED ALWAYS AS (extract(year FROM day)::int) STORED,
        day date NOT NULL,
        kind text NOT NULL CHECK (kind IN ('off', 'working')),
        name_vi text NOT NULL CHECK (name_vi <> ''),
        name_en text NOT NULL CHECK (name_en <> ''),
        source text NOT NULL CHECK (source IN ('law', 'decision')),
        decision_number text,
        decision_date date,
        version int NOT NULL DEFAULT 1,
        UNIQUE (province_id, day),
        FOREIGN KEY (province_id, year) REFERENCES calendar_years,
        CONSTRAINT calendar_days_cite CHECK (source = 'law' OR (decision_number <> '' AND decision_date IS NOT NULL))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_days, calendar_years, series_choices, approved_plans');
    await runner.query('DROP FUNCTION series_frozen CASCADE');
    await runner.query('DROP FUNCTION approved_for_good CASCADE');
    await runner.query(
      'ALTER TABLE series DROP author_id, DROP approved_by, DROP from_day, DROP until_day, DROP search',
    );
    await runner.query(
      'ALTER TABLE plans DROP replaces_id, DROP comment, DROP submitted_at, DROP approved_at, DROP approved_by, DROP search',
    );
  }
}
