import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operators found when they closed their sites after a meeting (HB-9.2f); what checks find becomes maintenance tasks. */
export class Closing1763770850001 implements MigrationInterface {
  readonly name = 'Closing1763770850001';

  async up(runner: QueryRunner): Promise<void> {
    // Said once: what is found later is a task of its own.
    await runner.query(`
      CREATE TABLE closing_checks (
        occurrence_id uuid NOT NULL REFERENCES occurrences ON DELETE CASCADE,
        site_id uuid NOT NULL REFERENCES sites,
        items jsonb NOT NULL,
        faults int NOT NULL CHECK (faults >= 0),
        tasks int NOT NULL DEFAULT 0 CHECK (tasks BETWEEN 0 AND faults),
        note text,
        by_user_id uuid,
        at timestamptz NOT NULL,
        PRIMARY KEY (occurrence_id, site_id)
      )`);
    await runner.query('CREATE INDEX closing_checks_site ON closing_checks (site_id, at)');
    await runner.query(`
      ALTER TABLE maintenance_tasks
        DROP CONSTRAINT maintenance_tasks_source_check,
        DROP CONSTRAINT maintenance_tasks_check1,
        ADD CONSTRAINT maintenance_tasks_source_check CHECK (source IN ('check', 'checklist', 'person')),
        ADD CONSTRAINT maintenance_tasks_told CHECK ((source = 'person') = (source_id IS NULL))`);
    await runner.query(
      `CREATE INDEX maintenance_tasks_device ON maintenance_tasks (device_id) WHERE state = 'open'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX maintenance_tasks_device');
    await runner.query(`DELETE FROM maintenance_tasks WHERE source = 'check'`);
    await runner.query(`
      ALTER TABLE maintenance_tasks
        DROP CONSTRAINT maintenance_tasks_told,
        DROP CONSTRAINT maintenance_tasks_source_check,
        ADD CONSTRAINT maintenance_tasks_source_check CHECK (source IN ('checklist', 'person')),
        ADD CONSTRAINT maintenance_tasks_check1 CHECK ((source = 'checklist') = (source_id IS NOT NULL))`);
    await runner.query('DROP TABLE closing_checks');
  }
}
