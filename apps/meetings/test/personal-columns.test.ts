import type { TestBed } from '@diemcau/testing/service';
import { blanked, gone } from '../src/privacy/erasing.js';
import { readersOfMeetings } from '../src/privacy/readers-of-meetings.js';
import { readersOfSites } from '../src/privacy/readers-of-sites.js';
import { startMeetings } from './meetings.js';
import { notAccounts, notNames, withoutPeople } from './not-personal.js';

let bed: TestBed;
beforeAll(async () => {
  ({ bed } = await startMeetings());
});
afterAll(() => bed.stop());

const readers = Object.values({ ...readersOfMeetings, ...readersOfSites }).flat();

/** As `table.column`, of the service's own tables. */
async function columns(which: string): Promise<string[]> {
  const rows = await bed.sql<{ name: string }>(
    `SELECT c.relname || '.' || a.attname AS name
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
     WHERE c.relnamespace = 'meetings'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
       AND c.relname NOT IN ('migrations', 'inbox') AND (${which}) ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

const left = (found: readonly string[], ...known: (readonly string[])[]): string[] => {
  const names = new Set(known.flat());
  return found.filter((name) => !names.has(name));
};
/** An exception that names nothing any more hides the next column of that name. */
const stale = (known: readonly string[], found: readonly string[]): string[] => left(known, found);

test('every column that may hold the id of an account is told in the archive of that person, or says why not', async () => {
  const ids = await columns(
    `t.typname IN ('uuid', '_uuid') AND a.attname !~ '^(.*_)?unit_(id|path)$|^province_id$'
     AND NOT (a.attname = 'id')
     AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND a.attnum = ANY (f.conkey))`,
  );
  const told = readers.flatMap(({ table, whose }) => whose.map((column) => `${table}.${column}`));
  expect(left(ids, told, Object.keys(notAccounts))).toEqual([]);
  expect(stale(Object.keys(notAccounts), ids)).toEqual([]);
});

test('every column that may hold a name, a phone number or an address is emptied by an erasure, or says why not', async () => {
  const names = await columns(
    `t.typname = 'text' AND a.attname ~ 'name|phone|mail|address|person|_by$|_to$'
     AND a.attname !~ '^(.*_)?unit_name$|^name_(vi|en)$'`,
  );
  const forgotten = blanked.flatMap(({ table, columns: some }) => some.map((column) => `${table}.${column}`));
  const goneTables = new Set(gone.map(([table]) => table));
  const open = left(names, forgotten, Object.keys(notNames));
  expect(open.filter((name) => !goneTables.has(name.split('.')[0] ?? ''))).toEqual([]);
  expect(stale(Object.keys(notNames), names)).toEqual([]);
});

test('what is kept as JSON is known to hold nobody, or says why it stays', async () => {
  const documents = await columns(`t.typname IN ('json', 'jsonb')`);
  expect(left(documents, Object.keys(withoutPeople))).toEqual([]);
  expect(stale(Object.keys(withoutPeople), documents)).toEqual([]);
});
