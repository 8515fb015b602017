import { UserErasureFacts } from '@diemcau/contracts/identity/privacy';
import { dataKindKeys, dataKinds } from '@diemcau/contracts/identity/privacy-kinds';
import { SettingsClient } from '@diemcau/contracts/identity/settings';
import { FeedsClient } from '@diemcau/contracts/meetings/feeds';
import { MeetingsPersonalDataClient } from '@diemcau/contracts/meetings/personal-data';
import { eventually } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { TracesJob } from '../src/privacy/traces.job.js';
import { inDays, InvitationsBed, type Site } from './invitations-bed.js';
import { holding } from './meetings.js';

let bed: InvitationsBed;
let personal: MeetingsPersonalDataClient;
beforeAll(async () => {
  bed = await InvitationsBed.start();
  personal = bed.bed.client(MeetingsPersonalDataClient);
});
afterAll(() => bed.bed.stop());

const identity = { kind: 'service', name: 'identity' } as const;
const kinds = dataKindKeys.filter((kind) => dataKinds[kind].service === 'meetings');

async function archive(userId: string): Promise<Record<string, object[]>> {
  const found: Record<string, object[]> = {};
  for (const kind of kinds) {
    const { items } = await personal.of({ userId, kind }, identity);
    if (items.length > 0) found[kind] = items.map(({ data }) => data);
  }
  return found;
}

const name = 'Lương Thị Mẫu Riêng';

/** Somebody of whom every part of the service knows something, beside a colleague in the same places. */
async function knownPerson(site: Site, userId: string): Promise<void> {
  const colleague = randomUUID();
  const meeting = await bed.occurrence([site], { chairId: userId, startsAt: inDays(-2) });
  const [entry, rules, training, note] = Array.from({ length: 4 }, () => randomUUID());
  const unit = [site.unitId, site.path];
  const statements: [string, unknown[]][] = [
    [
      `INSERT INTO invited_meetings VALUES ($1, 'uid', NULL, 0, now(), now(), '', 1, false, now())`,
      [meeting],
    ],
    [
      `INSERT INTO invitations (occurrence_id, user_id, invited_as, state, reason, answered_by)
       VALUES ($1, $2, 'chair', 'declined', $3, $2), ($1, $4, 'secretary', 'declined', 'Bận việc', $4)`,
      [meeting, userId, `${name} bị ốm`, colleague],
    ],
    [
      `INSERT INTO site_operators VALUES ($1, $2, $3, $4, '0912 000 000', 'Phụ trách chính', NULL, 1)`,
      [site.id, entry, userId, name],
    ],
    [
      `INSERT INTO room_rules (id, unit_id, unit_path, unit_name, edition, title, text, published_by)
       VALUES ($1, $2, $3, 'Trường mẫu', 1, 'Nội quy', '…', $4)`,
      [rules, ...unit, colleague],
    ],
    [
      `INSERT INTO rules_acknowledgements VALUES ($1, $2, $3, $4), ($1, $2, $5, 'Người khác')`,
      [rules, site.id, userId, name, colleague],
    ],
    [
      `INSERT INTO trainings (id, unit_id, unit_path, unit_name, occurrence_id, title, search, required_percent)
       VALUES ($1, $2, $3, 'Sở mẫu', $4, 'Tập huấn mẫu', '', 80)`,
      [training, ...unit, meeting],
    ],
    [`INSERT INTO training_places VALUES ($1, $2, 40)`, [training, site.id]],
    [
      `INSERT INTO registrations VALUES ($1, $2, $3, $4, $5, $6, 'Trường mẫu', $4, $7, now()),
                                        ($1, $7, $3, 'Người khác', $5, $6, 'Trường mẫu', '', $2, now())`,
      [training, userId, site.id, name, ...unit, colleague],
    ],
    [
      `INSERT INTO certificates (id, training_id, user_id, issuer_id, year, no, number, code, name, person_unit_id,
         person_unit_path, unit_name, title, issuer_name, first_day, last_day, sessions, issued_at, issued_by)
       VALUES (gen_random_uuid(), $1, $2, $3, 2026, 1, '1/2026', 'MAU-1', $4, $3, $5, 'Trường mẫu', 'Tập huấn mẫu',
         'Sở mẫu', '2026-01-01', '2026-01-01', 1, now(), $6)`,
      [training, userId, site.unitId, name, site.path, colleague],
    ],
    [
      `INSERT INTO notes (id, unit_id, unit_path, unit_name, kind, subject_id, subject_name, happened_on, title, text,
         search, state, author_id, published_at)
       VALUES ($1, $2, $3, 'Trường mẫu', 'commendation', $4, $5, '2026-01-01', 'Khen', 'Vận hành tốt', $5, 'published',
               $6, now()),
              (gen_random_uuid(), $2, $3, 'Trường mẫu', 'violation', $4, $5, '2026-01-01', 'Nháp', 'Chưa công bố', '',
               'draft', $6, NULL),
              (gen_random_uuid(), $2, $3, 'Trường mẫu', 'violation', $6, 'Người khác', '2026-01-01', 'Bí mật', 'Kín', '',
               'published', $4, now())`,
      [note, ...unit, userId, name, colleague],
    ],
    [
      `INSERT INTO outgoing_mails (id, key, user_id, sealed) VALUES (gen_random_uuid(), $1, $2, '\\x00')`,
      [`mẫu:${userId}`, userId],
    ],
  ];
  for (const [text, values] of statements) await bed.sql(text, values);
}

/** Every row of every table of the service, as text. */
async function everything(): Promise<string> {
  const tables = await bed.sql<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'meetings'::regnamespace AND relkind = 'r'`,
  );
  const texts = await Promise.all(
    tables.map((table) =>
      bed.sql<{ text: string | null }>(`SELECT string_agg(t::text, '') AS text FROM "${table.name}" t`),
    ),
  );
  return texts
    .flat()
    .map(({ text }) => text ?? '')
    .join('\n');
}

test('the archive tells a person all of it, and of others nothing; after an erasure no name is left anywhere', async () => {
  const site = await bed.site('Mẫu riêng');
  const userId = await bed.person(name, site.unitId);
  await knownPerson(site, userId);
  await bed.bed
    .client(FeedsClient)
    .make({ name: 'Điện thoại' }, holding('siteOperator', site.unitId, userId));

  const found = await archive(userId);
  expect(found).toMatchObject({
    meetingWork: [{ of: 'occurrences', as: ['chair_id'], title: 'Giao ban tháng 11; khối THPT, GDTX' }],
    invitations: [{ of: 'invitations', as: ['user_id', 'answered_by'], state: 'declined' }],
    invitationReasons: [{ reason: `${name} bị ốm` }],
    calendarFeeds: [{ name: 'Điện thoại' }],
    meetingMails: [{ state: 'waiting' }],
    siteOperators: [{ name, phone: '0912 000 000' }],
    rulesAcknowledgements: [{ name, rules: 'Nội quy' }],
    certificates: [{ name, number: '1/2026' }],
  });
  expect(found['trainings']).toHaveLength(2);
  expect(found['notes']).toHaveLength(2);
  const told = JSON.stringify(found);
  expect(told).toContain('Vận hành tốt');
  expect(told).not.toMatch(/Người khác|Bận việc|Bí mật|Kín|Nháp/);

  expect(await everything()).toContain(name);
  await bed.bed.tell(UserErasureFacts.erased, {
    userId,
    provinceId: bed.province,
    at: new Date().toISOString(),
  });
  await eventually(everything, (text) => !text.includes(name));
  expect(Object.keys(await archive(userId)).sort()).toEqual([
    'certificates',
    'invitationReasons',
    'invitations',
    'meetingWork',
    'notes',
    'rulesAcknowledgements',
    'trainings',
  ]);
  await expect(bed.sql(`SELECT reason FROM invitations WHERE reason = 'Bận việc'`)).resolves.toHaveLength(1);
});

test('what is more than a page comes page by page, each row once', async () => {
  const site = await bed.site('Nhiều trang');
  const userId = await bed.person('Phạm Văn Mẫu', site.unitId);
  await bed.sql(
    `INSERT INTO occurrences (id, unit_id, unit_path, unit_name, kind, title, starts_at, ends_at, author_id)
     SELECT gen_random_uuid(), $1, $2, 'Trường mẫu', 'briefing', n::text, now(), now() + interval '1 hour', $3
     FROM generate_series(1, 200) n`,
    [site.unitId, site.path, userId],
  );
  await bed.sql(
    `INSERT INTO plans (id, unit_id, unit_path, unit_name, year, title, author_id)
     SELECT gen_random_uuid(), $1, $2, 'Trường mẫu', 2000 + n, (200 + n)::text, $3 FROM generate_series(1, 201) n`,
    [site.unitId, site.path, userId],
  );
  const sizes: number[] = [];
  const titles = new Set<unknown>();
  let cursor: string | null | undefined;
  do {
    const page = await personal.of({ userId, kind: 'meetingWork', ...(cursor && { cursor }) }, identity);
    sizes.push(page.items.length);
    for (const { data } of page.items) titles.add(Reflect.get(data, 'title'));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(sizes).toEqual([200, 200, 1]);
  expect(titles.size).toBe(401);
});

test('services alone are told, kinds of others are empty here, and a made-up cursor is refused', async () => {
  const userId = randomUUID();
  await expect(personal.of({ userId, kind: 'accounts' }, identity)).resolves.toEqual({
    items: [],
    nextCursor: null,
  });
  await expect(personal.of({ userId, kind: 'notes', cursor: 'x' }, identity)).rejects.toThrow(
    'common.invalid',
  );
  await expect(
    personal.of({ userId, kind: 'notes' }, holding('departmentAdmin', bed.province, userId)),
  ).rejects.toThrow('common.notAllowed');
});

test('calendars that nobody reads for a year go, and reasons as long after the meeting as its province has set', async () => {
  const site = await bed.site('Đã lâu');
  const operator = holding('siteOperator', site.unitId, site.operatorId);
  const feeds = bed.bed.client(FeedsClient);
  const [unread, read] = [
    await feeds.make({ name: 'Cũ' }, operator),
    await feeds.make({ name: 'Mới' }, operator),
  ];
  await bed.sql(`UPDATE feeds SET created_at = now() - interval '366 days'`);
  await bed.sql('UPDATE feeds SET last_read_at = now() WHERE id = $1', [read.feed.id]);
  const [long, recent] = [
    await bed.occurrence([site], { startsAt: inDays(-40) }),
    await bed.occurrence([site], { startsAt: inDays(-20) }),
  ];
  for (const meeting of [long, recent]) {
    await bed.sql(
      `INSERT INTO invited_meetings VALUES ($1, 'uid', NULL, 0, now(), now(), '', 1, false, now())`,
      [meeting],
    );
    await bed.sql(
      `INSERT INTO invitations (occurrence_id, user_id, invited_as, state, reason)
       VALUES ($1, $2, 'chair', 'declined', 'Bận')`,
      [meeting, site.operatorId],
    );
  }
  await bed.bed
    .client(SettingsClient)
    .change({ version: 0, retentionDays: { roomTraces: 30 } }, holding('departmentAdmin', bed.province));
  await bed.bed.part(TracesJob).forget();
  expect((await feeds.list({}, operator)).items.map(({ id }) => id)).toEqual([read.feed.id]);
  expect(unread.feed.id).not.toBe(read.feed.id);
  const left = await bed.sql('SELECT occurrence_id AS id FROM invitations WHERE reason = $1', ['Bận']);
  expect(left).toEqual([{ id: recent }]);
});
