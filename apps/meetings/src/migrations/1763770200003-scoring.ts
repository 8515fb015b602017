import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Score sheets of observations, lessons and contests. */
export class Scoring1763770200003 implements MigrationInterface {
  readonly name = 'Scoring1763770200003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE score_sheets (
        occurrence_id uuid PRIMARY KEY REFERENCES occurrences ON DELETE CASCADE,
        jury_ids uuid[] NOT NULL DEFAULT '{}',
        version int NOT NULL DEFAULT 1
      )`);
    await runner.query(`
      CREATE TABLE score_criteria (
        id uuid PRIMARY KEY,
        occurrence_id uuid NOT NULL REFERENCES score_sheets ON DELETE CASCADE,
        position int NOT NULL,
        title text NOT NULL,
        max_points numeric(7,2) NOT NULL CHECK (max_points > 0)
      )`);
    await runner.query('CREATE INDEX score_criteria_of ON score_criteria (occurrence_id)');
    await runner.query(`
      CREATE TABLE score_contestants (
        id uuid PRIMARY KEY,
        occurrence_id uuid NOT NULL REFERENCES score_sheets ON DELETE CASCADE,
        position int NOT NULL,
        name text NOT NULL,
        unit_name text
      )`);
    await runner.query('CREATE INDEX score_contestants_of ON score_contestants (occurrence_id)');
    await runner.query(`
      CREATE TABLE scores (
        occurrence_id uuid NOT NULL REFERENCES score_sheets ON DELETE CASCADE,
        contestant_id uuid NOT NULL REFERENCES score_contestants ON DELETE CASCADE,
        criterion_id uuid NOT NULL REFERENCES score_criteria ON DELETE CASCADE,
        juror_id uuid NOT NULL,
        points numeric(7,2) NOT NULL CHECK (points >= 0 AND points * 4 = trunc(points * 4)),
        PRIMARY KEY (contestant_id, criterion_id, juror_id)
      )`);
    await runner.query('CREATE INDEX scores_of ON scores (occurrence_id)');
    // Nobody has more than there is to be had.
    await runner.query(`
      CREATE FUNCTION score_within() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF NEW.points > (SELECT max_points FROM score_criteria WHERE id = NEW.criterion_id) THEN
          RAISE EXCEPTION 'more points than the criterion has' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'scores_within';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER score_within BEFORE INSERT OR UPDATE ON scores
      FOR EACH ROW EXECUTE FUNCTION score_within()`);
    for (const table of ['score_sheets', 'score_criteria', 'score_contestants', 'scores']) {
      await runner.query(`
        CREATE TRIGGER ${table}_reported BEFORE INSERT OR UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION part_of_reported()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE scores, score_contestants, score_criteria, score_sheets');
    await runner.query('DROP FUNCTION score_within');
  }
}
