import type { TestBed } from '@diemcau/testing/service';
import { archiveQueries } from '../src/privacy/archive-queries.js';
import { goneTables, withoutPerson } from '../src/privacy/erasure-statements.js';
import { startIdentity } from './identity.js';
import { notAccounts, notNames, withoutPeople } from './not-personal.js';

let bed: TestBed;
beforeAll(async () => {
  ({ bed } = await startIdentity());
});
afterAll(() => bed.stop());

/** As `table.column`, of the service's own tables. */
async function columns(which: string): Promise<string[]> {
  const rows = await bed.sql<{ name: string }>(
    `SELECT c.relname || '.' || a.attname AS name
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
     WHERE c.relnamespace = 'identity'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
       AND c.relname NOT IN ('migrations', 'inbox') AND (${which}) ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

const left = (found: readonly string[], ...known: (readonly string[])[]): string[] => {
  const names = new Set(known.flat());
  return found.filter((name) => !names.has(name));
};
/** An exception that names nothing any more hides the next column of that name. */
const stale = (known: Readonly<Record<string, string>>, found: readonly string[]): string[] =>
  left(Object.keys(known), found);

const [tableOf, columnOf] = [
  (name: string) => name.split('.')[0] ?? '',
  (name: string) => name.split('.')[1] ?? '',
];
const queries = Object.values(archiveQueries).flatMap((tables) => Object.values(tables));
const isTold = (name: string): boolean =>
  queries.some(
    (query) =>
      new RegExp(String.raw`\b${tableOf(name)}\b`).test(query) &&
      new RegExp(String.raw`\b${columnOf(name)} = \$1`).test(query),
  );
/** What an erasure writes over, as `table.column`. */
const emptied = withoutPerson.flatMap((statement) => {
  const [, table = '', set = ''] =
    /^UPDATE (\w+) SET (.*) WHERE /s.exec(statement.replace(/\s+/g, ' ')) ?? [];
  return [...set.matchAll(/(\w+) = /g)].map(([, column]) => `${table}.${column}`);
});

test('every column that may hold the id of an account is told in the archive of that person, or says why not', async () => {
  const ids = await columns(
    `t.typname IN ('uuid', '_uuid') AND a.attname <> 'id'
     AND NOT EXISTS (
       SELECT FROM pg_constraint f
       WHERE f.conrelid = c.oid AND f.contype = 'f' AND a.attnum = ANY (f.conkey) AND f.confrelid <> 'identity.users'::regclass)`,
  );
  expect(ids.filter((name) => !isTold(name) && !(name in notAccounts))).toEqual([]);
  expect(stale(notAccounts, ids)).toEqual([]);
});

test('every column of words about somebody is emptied by an erasure or goes with its row, or says why not', async () => {
  const names = await columns(
    `t.typname IN ('text', '_text', 'varchar')
     AND a.attname ~ 'name|phone|mail|address|agent|person|recipient|subject|reason|problem|payload|search|key|_by$|_to$'`,
  );
  const open = left(names, emptied, Object.keys(notNames));
  expect(open.filter((name) => !goneTables.includes(tableOf(name)))).toEqual([]);
  expect(stale(notNames, names)).toEqual([]);
});

test('what is kept as JSON is emptied, known to hold nobody, or says why it stays', async () => {
  const documents = await columns(`t.typname IN ('json', 'jsonb')`);
  expect(left(documents, emptied, Object.keys(withoutPeople))).toEqual([]);
  expect(stale(withoutPeople, documents)).toEqual([]);
});
