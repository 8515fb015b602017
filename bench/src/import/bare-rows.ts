import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

const perStatement = 250;

/**
 * The same rows into a table of the same columns and indexes, without triggers, roles, secrets, classes, audit or anything
 * that looks at them.
 * @returns rows a second
 */
export async function bareRowsPerSecond(
  databaseUrl: string,
  rows: readonly (readonly string[])[],
): Promise<number> {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await database.query('CREATE SCHEMA bare');
    await database.query(
      'CREATE TABLE bare.users (LIKE identity.users INCLUDING DEFAULTS INCLUDING INDEXES)',
    );
    const [unit] = (await database.query<{ id: string }>('SELECT id FROM identity.units LIMIT 1')).rows;
    const startedAt = performance.now();
    for (let at = 0; at < rows.length; at += perStatement) {
      const some = rows.slice(at, at + perStatement);
      await database.query(
        `INSERT INTO bare.users (id, user_name, display_name, unit_id, province_id, code, search, sort_name, phone, kind, state)
         SELECT id, code, name, $4, $4, code, name, name, phone, 'student', 'invited'
         FROM unnest($1::uuid[], $2::text[], $3::text[], $5::text[]) AS row (id, name, code, phone)`,
        [
          some.map(() => randomUUID()),
          some.map(([name]) => name),
          some.map(([, code]) => code),
          unit?.id,
          some.map((row) => row[6]),
        ],
      );
    }
    return (rows.length * 1000) / (performance.now() - startedAt);
  } finally {
    await database.end();
  }
}
