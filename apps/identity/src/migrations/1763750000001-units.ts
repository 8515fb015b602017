import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Units1763750000001 implements MigrationInterface {
  readonly name = 'Units1763750000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE units (
        id uuid PRIMARY KEY,
        parent_id uuid REFERENCES units,
        type text NOT NULL CHECK (type IN ('department', 'division', 'districtOffice', 'commune',
          'continuingEducationCentre', 'communityLearningCentre', 'school', 'partner')),
        code text NOT NULL CHECK (code <> ''),
        name text NOT NULL CHECK (name <> ''),
        search text NOT NULL,
        state text NOT NULL CHECK (state IN ('planned', 'active', 'closed')),
        valid_from date NOT NULL,
        valid_to date,
        path uuid[] NOT NULL,
        province_id uuid NOT NULL GENERATED ALWAYS AS (path[1]) STORED,
        CHECK (valid_to > valid_from),
        CHECK (path[cardinality(path)] = id),
        CHECK (path[cardinality(path) - 1] IS NOT DISTINCT FROM parent_id),
        CHECK (cardinality(path) <= 20),
        UNIQUE (province_id, code)
      )`);
    await runner.query('CREATE INDEX units_parent ON units (parent_id)');
    await runner.query('CREATE INDEX units_path ON units USING gin (path)');
    await runner.query('CREATE INDEX units_search ON units (province_id, search, id)');
    await this.keepPaths(runner);
  }

  /**
   * I1. The path comes from the parent. Moves of the tree wait for each other: two moves at the same time, each harmless,
   * could together make a circle, and a unit made under one that is being moved would keep the old path.
   */
  private async keepPaths(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION place_unit() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        above uuid[] := '{}';
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM pg_advisory_xact_lock_shared(hashtext('identity.units'));
        ELSE
          PERFORM pg_advisory_xact_lock(hashtext('identity.units'));
        END IF;
        IF NEW.parent_id IS NOT NULL THEN
          SELECT path INTO above FROM units WHERE id = NEW.parent_id;
          IF NEW.id = ANY (above) OR NEW.id = NEW.parent_id THEN
            RAISE EXCEPTION 'unit % cannot be below itself', NEW.id USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        NEW.path := above || NEW.id;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER place_unit BEFORE INSERT OR UPDATE OF parent_id ON units
      FOR EACH ROW EXECUTE FUNCTION place_unit()`);
    await runner.query(`
      CREATE FUNCTION move_units_below() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        UPDATE units SET path = NEW.path || path[cardinality(OLD.path) + 1:]
        WHERE path @> ARRAY[NEW.id] AND id <> NEW.id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER move_units_below AFTER UPDATE OF parent_id ON units
      FOR EACH ROW WHEN (NEW.path <> OLD.path) EXECUTE FUNCTION move_units_below()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE units');
    await runner.query('DROP FUNCTION place_unit, move_units_below');
  }
}
