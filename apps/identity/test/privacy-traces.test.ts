import { PrivacyClient } from '@diemcau/contracts/identity/privacy';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { archiveQueries } from '../src/privacy/archive-queries.js';
import { type PeopleBed, startPeople } from './people-bed.js';
import { madePerson, whenEnded } from './privacy-bed.js';

let people: PeopleBed;
beforeAll(async () => {
  people = await startPeople();
});
afterAll(() => people.bed.stop());

const word = 'Quách-Thị-Vết';
const address = '203.0.113.77';

/** Somebody who was put down, invited, written to and refused, and who brought a list in themselves. */
async function knownPerson(): Promise<{ userId: string; userName: string }> {
  const { bed, province, school } = people;
  const { userId, userName } = await madePerson(people, `${word} Mẫu`);
  const [other, importId] = [await madePerson(people, 'Người khác'), randomUUID()];
  const statements: [string, unknown[]][] = [
    [
      `INSERT INTO sessions (id, user_id, expires_at, address, agent) VALUES ($1, $2, now() + interval '1 day', $3, $4)`,
      [randomUUID(), userId, address, word],
    ],
    [
      `INSERT INTO roster_entries (id, unit_id, user_id, phone, email, duties, since, sort_name, search)
       VALUES ($1, $2, $3, '0912', $4, 'Trực', '2026-01-01', $4, $4)`,
      [randomUUID(), school, userId, word],
    ],
    [
      `INSERT INTO mails (id, province_id, user_id, kind, state, recipient, subject, sealed_text, problem)
       VALUES ($1, $2, $3, 'test', 'failed', $4, $4, 'x', $4)`,
      [randomUUID(), province, userId, word],
    ],
    [
      `INSERT INTO imports (id, province_id, kind, file_name, state, actor_id, caller, asked, created_by, finished_at)
       VALUES ($1, $2, 'staff', 'can-bo.csv', 'done', $3, '{}', $4, $5, now())`,
      [importId, province, userId, { requestId: 'r', address, agent: word }, `${word} Mẫu`],
    ],
    [
      `INSERT INTO import_files (import_id, sequence, data) VALUES ($1, 0, $2)`,
      [importId, Buffer.from(word)],
    ],
    [
      `INSERT INTO import_rows (import_id, row, cells, values, changes, faults, outcome, subject_id)
       VALUES ($1, 2, $2, '{}', '[]', '[]', 'create', $3)`,
      [importId, JSON.stringify([word]), userId],
    ],
    [
      `INSERT INTO consents (id, user_id, given_by, kind, text_version, address, agent)
       VALUES ($1, $2, $3, 'guardian', '1', $4, $5)`,
      [randomUUID(), other.userId, userId, address, word],
    ],
    [
      `INSERT INTO privacy_requests (id, user_id, kind, state, requested_by, reason, outcome, due_at, execute_at, ended_at)
       VALUES ($1, $2, 'erasure', 'refused', $3, $4, $4, now(), now(), now())`,
      [randomUUID(), userId, other.userId, word],
    ],
  ];
  for (const [text, values] of statements) await bed.sql(text.replace('INTO ', 'INTO identity.'), values);
  return { userId, userName };
}

/** Every row of every table of the service but the log, which is kept as proof. */
async function everything(): Promise<string> {
  const tables = await people.bed.sql<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'identity'::regnamespace AND relkind = 'r' AND relname <> 'audit_entries'`,
  );
  const texts = await Promise.all(
    tables.map(({ name }) =>
      people.bed.sql<{ text: string | null }>(
        `SELECT string_agg(t::text, '') AS text FROM identity."${name}" t`,
      ),
    ),
  );
  return texts
    .flat()
    .map(({ text }) => text ?? '')
    .join('\n');
}

test('the archive tells who brought a list in; after an erasure neither name nor address is left but in the log', async () => {
  const { userId, userName } = await knownPerson();
  const imports = await people.bed
    .part(DataSource)
    .query<object[]>(archiveQueries.importFiles?.['imports'] ?? '', [userId]);
  expect(imports).toMatchObject([{ file_name: 'can-bo.csv', created_by: `${word} Mẫu`, address }]);
  const before = await everything();
  expect([before.includes(word), before.includes(address)]).toEqual([true, true]);

  const privacy = people.bed.client(PrivacyClient);
  const operator = await people.as('unitOperator', people.school);
  const second = await people.as('unitOperator', people.district);
  const { id: requestId } = await privacy.askForErasure({ userId, userName, reason: word }, operator);
  await privacy.approve({ requestId, userName }, second);
  expect(await whenEnded(people, requestId, second)).toMatchObject({ state: 'done' });

  const after = await everything();
  const left = [word, Buffer.from(word).toString('hex'), address, userName].filter((trace) =>
    after.includes(trace),
  );
  expect(left).toEqual([]);
});
