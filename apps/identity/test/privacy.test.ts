import type { Handlers } from '@diemcau/contracts/core/contract';
import type { UserCaller } from '@diemcau/contracts/core/caller';
import { type PersonalDataPage, PersonalDataQuery } from '@diemcau/contracts/core/personal-data';
import { AuditLogClient } from '@diemcau/contracts/identity/audit';
import { PrivacyClient } from '@diemcau/contracts/identity/privacy';
import { dataKindKeys } from '@diemcau/contracts/identity/privacy-kinds';
import { SettingsClient } from '@diemcau/contracts/identity/settings';
import { MediaPersonalData } from '@diemcau/contracts/media/personal-data';
import { MeetingsPersonalData } from '@diemcau/contracts/meetings/personal-data';
import { BusModule } from '@diemcau/service/bus/bus.module';
import { Handles } from '@diemcau/service/bus/handles';
import { DatabaseModule } from '@diemcau/service/database/database.module';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { Controller, Module } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { archiveQueries } from '../src/privacy/archive-queries.js';
import { RetentionJob } from '../src/privacy/retention.job.js';
import { codeOf, type PeopleBed, startPeople } from './people-bed.js';
import { madePerson } from './privacy-bed.js';

let people: PeopleBed;
let bed: TestBed;
let privacy: PrivacyClient;
let job: RetentionJob;
beforeAll(async () => {
  people = await startPeople();
  ({ bed } = people);
  privacy = bed.client(PrivacyClient);
  job = bed.part(RetentionJob);
});
afterAll(() => bed.stop());

describe('every table that belongs to somebody', () => {
  const owned = () =>
    bed.sql<{ table: string }>(
      `SELECT DISTINCT con.conrelid::regclass::text AS table FROM pg_constraint con
       WHERE con.contype = 'f' AND con.confrelid = 'identity.users'::regclass`,
    );

  test('can be read for the archive', async () => {
    const database = bed.part(DataSource);
    for (const tables of Object.values(archiveQueries)) {
      for (const query of Object.values(tables)) {
        expect(await database.query(query, [randomUUID()])).toBeInstanceOf(Array);
      }
    }
  });

  test('is in the archive', async () => {
    const queries = Object.values(archiveQueries)
      .flatMap((tables) => Object.values(tables))
      .join('\n');
    const missing = (await owned()).filter(({ table }) => !queries.includes(table.replace('identity.', '')));
    expect(missing).toEqual([]);
  });
});

@Controller()
class OtherMeetings implements Handlers<typeof MeetingsPersonalData> {
  @Handles(MeetingsPersonalData.of) async of({ cursor }: PersonalDataQuery): Promise<PersonalDataPage> {
    return {
      items: [{ data: { page: cursor ?? 'first' } }],
      nextCursor: cursor === undefined ? 'second' : null,
    };
  }
}
@Controller()
class OtherMedia implements Handlers<typeof MediaPersonalData> {
  @Handles(MediaPersonalData.of) async of(): Promise<PersonalDataPage> {
    return { items: [{ data: { said: 'Xin chào 👋' } }], nextCursor: null };
  }
}
@Module({
  imports: [BusModule.of('others'), DatabaseModule.of({ schema: 'others', entities: [], migrations: [] })],
  controllers: [OtherMeetings, OtherMedia],
})
class Others {}

describe('an archive', () => {
  async function textOf(requestId: string, caller: UserCaller): Promise<string> {
    const first = await privacy.archiveChunk({ requestId, index: 0 }, caller);
    let text = first.text;
    for (let index = 1; index < first.count; index += 1) {
      text += (await privacy.archiveChunk({ requestId, index }, caller)).text;
    }
    return text;
  }

  test('waits while another service is away, and then holds every kind of data, of all services', async () => {
    const { userId, userName, caller } = await madePerson(people, 'Lê Văn Mẫu Lưu');
    await bed.sql(
      `INSERT INTO identity.mails (id, province_id, user_id, kind, state, subject, created_at)
       SELECT gen_random_uuid(), $1, $2, 'test', 'purged', n::text, now() FROM generate_series(1, 1200) n`,
      [people.province, userId],
    );
    const { id: requestId } = await privacy.askForArchive({}, caller);
    expect(await codeOf(privacy.archiveChunk({ requestId, index: 0 }, caller))).toBe('privacy.noArchive');
    await bed.serve(Others, { name: 'others' });
    await bed.sql(
      `UPDATE identity.privacy_requests SET execute_at = now() - interval '1 second' WHERE state = $1`,
      ['waiting'],
    );
    await eventually(
      async () => {
        await bed.sql(
          `UPDATE identity.privacy_requests SET execute_at = now() - interval '1 second' WHERE id = $1 AND state = 'waiting'`,
          [requestId],
        );
        return privacy.find({ requestId }, caller);
      },
      ({ state }) => state === 'done',
      20_000,
    );
    const archive = JSON.parse(await textOf(requestId, caller)) as {
      userId: string;
      kinds: Record<string, { vi: { purpose: string }; records: Record<string, unknown>[] }>;
    };
    expect(archive.userId).toBe(userId);
    expect(Object.keys(archive.kinds)).toEqual(dataKindKeys);
    expect(archive.kinds['accounts']?.records[0]).toMatchObject({
      user_name: userName,
      display_name: 'Lê Văn Mẫu Lưu',
    });
    const mails = new Set(archive.kinds['mails']?.records.map((mail) => mail['subject']));
    expect([mails.size, archive.kinds['mails']?.records.length]).toEqual([1200, 1200]);
    expect(archive.kinds['lobbyEntries']?.records).toEqual([{ page: 'first' }, { page: 'second' }]);
    expect(archive.kinds['liveRooms']?.records).toEqual([{ said: 'Xin chào 👋' }]);
    expect(JSON.stringify(archive)).not.toMatch(/argon2/);

    const manager = await people.as('unitOperator', people.school);
    expect(await textOf(requestId, manager)).not.toBe('');
    const outsider = await people.as('unitOperator', people.sibling);
    expect(await codeOf(privacy.archiveChunk({ requestId, index: 0 }, outsider))).toBe('privacy.notFound');
    const { items } = await bed.client(AuditLogClient).list({ action: 'privacy.fetchArchive' }, manager);
    expect(items).toHaveLength(2);

    await bed.sql(
      `UPDATE identity.privacy_requests SET archive_until = now() - interval '1 second' WHERE id = $1`,
      [requestId],
    );
    expect(await codeOf(privacy.archiveChunk({ requestId, index: 0 }, caller))).toBe('privacy.noArchive');
    await job.forget();
    expect(await bed.sql('SELECT 1 FROM identity.privacy_archives')).toEqual([]);
  });
});

test('a guardian asks for the child, nobody else for a stranger', async () => {
  const [child, parent, stranger] = [
    await madePerson(people),
    await madePerson(people),
    await madePerson(people),
  ];
  await bed.sql(
    `INSERT INTO identity.guardianships (id, guardian_id, student_id, relation) VALUES ($1, $2, $3, 'mother')`,
    [randomUUID(), parent.userId, child.userId],
  );
  expect(await privacy.askForArchive({ userId: child.userId }, parent.caller)).toMatchObject({
    userId: child.userId,
    requestedBy: parent.userId,
  });
  expect(await codeOf(privacy.askForArchive({ userId: child.userId }, stranger.caller))).toBe(
    'users.notFound',
  );
});

test('the register shows one’s own requests and those of the units one manages', async () => {
  const { userId, userName, caller } = await madePerson(people);
  const { id } = await privacy.askForErasure({ userName }, caller);
  const [manager, outsider] = [
    await people.as('unitOperator', people.district),
    await people.as('unitOperator', people.sibling),
  ];
  const seen = async (by: UserCaller) =>
    (await privacy.requests({ userId }, by)).items.map((item) => item.id);
  expect(await Promise.all([caller, manager, outsider].map(seen))).toEqual([[id], [id], []]);
});

test('every kind of data is shown with purpose, basis, and the days of the province', async () => {
  const admin = await people.as('departmentAdmin', people.province);
  const settings = bed.client(SettingsClient);
  const { version } = await settings.of({}, admin);
  await settings.change({ version, retentionDays: { mails: 3 } }, admin);
  const { items } = await privacy.kinds({}, admin);
  expect(items.map(({ kind }) => kind)).toEqual(dataKindKeys);
  expect(items.find(({ kind }) => kind === 'mails')).toMatchObject({ until: 'days', days: 3 });
  for (const { vi, en } of items) expect([...Object.values(vi), ...Object.values(en)]).not.toContain('');
});

test('mails and imports are forgotten as soon as the province wants, and not before', async () => {
  const { userId } = await madePerson(people);
  const mail = async (days: number) => {
    const id = randomUUID();
    await bed.sql(
      `INSERT INTO identity.mails (id, province_id, user_id, kind, state, recipient, subject, sealed_text, problem,
                                   sealed_calendar, calendar_method, created_at)
       VALUES ($1, $2, $3, 'test', 'failed', 'mau@truong.example', 'Thư mẫu', 'x', '550 <mau@truong.example>', 'x',
               'REQUEST', now() - make_interval(days => $4))`,
      [id, people.province, userId, days],
    );
    return id;
  };
  const [fresh, old] = [await mail(2), await mail(4)];
  await job.forget();
  const states = await bed.sql(
    'SELECT id, state, recipient, problem, sealed_calendar FROM identity.mails WHERE user_id = $1',
    [userId],
  );
  expect(states).toContainEqual(
    expect.objectContaining({ id: fresh, state: 'failed', recipient: 'mau@truong.example' }),
  );
  expect(states).toContainEqual({
    id: old,
    state: 'purged',
    recipient: null,
    problem: null,
    sealed_calendar: null,
  });
});
