import type { Client } from 'pg';

const tables = ['occurrences', 'occurrence_sites', 'agenda_items', 'checklist_items'] as const;
/** As many meetings as the service makes in one transaction. */
const perTransaction = 325;

/**
 * What was made for the days to come, into tables of the same columns and indexes: without dates worked out, triggers, locks,
 * foreign keys or facts.
 * @returns seconds
 */
export async function bareInserts(database: Client): Promise<number> {
  await database.query('DROP SCHEMA IF EXISTS bare CASCADE');
  await database.query('CREATE SCHEMA bare');
  for (const table of tables)
    await database.query(`CREATE TABLE bare.${table} (LIKE ${table} INCLUDING DEFAULTS INCLUDING INDEXES)`);
  const { rows: made } = await database.query<{ id: string }>(
    'SELECT id FROM occurrences WHERE starts_at > now() ORDER BY series_id, starts_at',
  );
  let ms = 0;
  for (let at = 0; at < made.length; at += perTransaction) {
    const ids = made.slice(at, at + perTransaction).map(({ id }) => id);
    const rows = await rowsOf(database, ids);
    const startedAt = performance.now();
    await database.query('BEGIN');
    for (const table of tables) {
      await database.query(
        `INSERT INTO bare.${table} SELECT * FROM jsonb_populate_recordset(NULL::bare.${table}, $1)`,
        [rows[table]],
      );
    }
    await database.query('COMMIT');
    ms += performance.now() - startedAt;
  }
  await database.query('DROP SCHEMA bare CASCADE');
  return ms / 1000;
}

async function rowsOf(
  database: Client,
  ids: readonly string[],
): Promise<Record<(typeof tables)[number], string>> {
  const read = async (table: string, key: string): Promise<string> => {
    const { rows } = await database.query<{ rows: string }>(
      `SELECT coalesce(jsonb_agg(to_jsonb(one)), '[]')::text AS rows FROM ${table} one WHERE ${key} = ANY ($1)`,
      [ids],
    );
    return rows[0]?.rows ?? '[]';
  };
  return {
    occurrences: await read('occurrences', 'id'),
    occurrence_sites: await read('occurrence_sites', 'occurrence_id'),
    agenda_items: await read('agenda_items', 'occurrence_id'),
    checklist_items: await read('checklist_items', 'occurrence_id'),
  };
}
