import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What sites are equipped with, how it is maintained, and how it comes in from spreadsheets. */
export class Equipment1763770700001 implements MigrationInterface {
  readonly name = 'Equipment1763770700001';

  async up(runner: QueryRunner): Promise<void> {
    await this.equipment(runner);
    await this.maintenance(runner);
    await this.inventory(runner);
  }

  private async equipment(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE catalogue_items (
        id uuid PRIMARY KEY,
        province_id uuid NOT NULL,
        -- of what every province begins with
        key text,
        name text NOT NULL CHECK (name <> ''),
        search text NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('meeting', 'teaching', 'both')),
        notes text,
        picture_id uuid REFERENCES files,
        retired boolean NOT NULL DEFAULT false,
        version int NOT NULL DEFAULT 1,
        UNIQUE (province_id, key),
        CONSTRAINT catalogue_items_name UNIQUE (province_id, search),
        UNIQUE (province_id, id)
      )`);
    // A device follows its site's unit wherever that lies: no copy of the unit here.
    await runner.query(`
      CREATE TABLE devices (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE CHECK (length(code) = 12),
        province_id uuid NOT NULL,
        item_id uuid NOT NULL,
        site_id uuid NOT NULL REFERENCES sites,
        serial_no text CHECK (serial_no <> ''),
        serial_key text,
        acquired_on date,
        condition text NOT NULL CHECK (condition IN ('new', 'good', 'worn', 'broken')),
        location text,
        notes text,
        search text NOT NULL,
        state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
        retired_on date,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (province_id, item_id) REFERENCES catalogue_items (province_id, id),
        CHECK ((serial_no IS NULL) = (serial_key IS NULL)),
        CHECK ((state = 'retired') = (retired_on IS NOT NULL)),
        CONSTRAINT devices_serial UNIQUE (province_id, item_id, serial_key)
      )`);
    await runner.query('CREATE INDEX devices_site ON devices (site_id, state)');
    await runner.query('CREATE INDEX devices_item ON devices (item_id)');
    await runner.query(`
      CREATE TABLE device_moves (
        id uuid PRIMARY KEY,
        device_id uuid NOT NULL REFERENCES devices,
        from_site_id uuid REFERENCES sites,
        to_site_id uuid REFERENCES sites,
        reason text,
        by_id uuid,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX device_moves_device ON device_moves (device_id, at)');
  }

  private async maintenance(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE maintenance_schedules (
        id uuid PRIMARY KEY,
        device_id uuid REFERENCES devices,
        item_id uuid REFERENCES catalogue_items,
        what text NOT NULL CHECK (what <> ''),
        every_months int NOT NULL CHECK (every_months BETWEEN 1 AND 120),
        starts_on date NOT NULL,
        ended_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (num_nonnulls(device_id, item_id) = 1)
      )`);
    for (const column of ['device_id', 'item_id']) {
      await runner.query(
        `CREATE INDEX maintenance_schedules_${column} ON maintenance_schedules (${column}) WHERE ended_at IS NULL`,
      );
    }
    await runner.query(`
      CREATE TABLE maintenance_entries (
        id uuid PRIMARY KEY,
        device_id uuid NOT NULL REFERENCES devices,
        -- where it was then: what a site's year cost stays with the site
        site_id uuid NOT NULL REFERENCES sites,
        schedule_id uuid REFERENCES maintenance_schedules,
        done_on date NOT NULL,
        done_by text NOT NULL,
        what text NOT NULL,
        result text NOT NULL CHECK (result IN ('ok', 'repaired', 'replaced', 'needsRepair')),
        -- đồng
        cost bigint CHECK (cost >= 0),
        file_id uuid REFERENCES files,
        by_id uuid,
        recorded_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX maintenance_entries_device ON maintenance_entries (device_id, done_on)');
    await runner.query('CREATE INDEX maintenance_entries_site ON maintenance_entries (site_id, done_on)');
    await runner.query(`
      CREATE TABLE maintenance_tasks (
        id uuid PRIMARY KEY,
        site_id uuid NOT NULL REFERENCES sites,
        device_id uuid REFERENCES devices,
        what text NOT NULL CHECK (what <> ''),
        search text NOT NULL,
        source text NOT NULL CHECK (source IN ('checklist', 'person')),
        -- what it comes from becomes one task, however often it is told
        source_id text UNIQUE,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
        opened_at timestamptz NOT NULL DEFAULT now(),
        done_at timestamptz,
        done_by uuid,
        result text,
        CHECK ((state = 'done') = (done_at IS NOT NULL)),
        CHECK ((source = 'checklist') = (source_id IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX maintenance_tasks_site ON maintenance_tasks (site_id, state)');
  }

  private async inventory(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inventory_imports (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL,
        file_name text NOT NULL,
        state text NOT NULL DEFAULT 'checked' CHECK (state IN ('checked', 'written')),
        header text[] NOT NULL,
        -- field of each column, null where it is none of ours
        fields jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        written_at timestamptz,
        CHECK ((state = 'written') = (written_at IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX inventory_imports_created ON inventory_imports (created_at)');
    await runner.query(`
      CREATE TABLE inventory_rows (
        import_id uuid NOT NULL REFERENCES inventory_imports ON DELETE CASCADE,
        row int NOT NULL,
        cells jsonb NOT NULL,
        doubts jsonb NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('create', 'change', 'unchanged', 'error')),
        changes jsonb NOT NULL,
        faults jsonb NOT NULL,
        PRIMARY KEY (import_id, row)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE inventory_rows, inventory_imports, maintenance_tasks, maintenance_entries,
      maintenance_schedules, device_moves, devices, catalogue_items`);
  }
}
