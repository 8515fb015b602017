import { SettingsClient } from '@diemcau/contracts/identity/settings';
import { UserErasureFacts } from '@diemcau/contracts/identity/privacy';
import { LobbyClient } from '@diemcau/contracts/meetings/lobby';
import { MeetingsPersonalDataClient } from '@diemcau/contracts/meetings/personal-data';
import { RetentionFacts } from '@diemcau/contracts/meetings/retention';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { RetentionJob } from '../src/privacy/retention.job.js';
import { Door } from './door.js';
import { holding, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
beforeAll(async () => {
  ({ bed, make } = await startMeetings());
});
afterAll(() => bed.stop());

const itself = { kind: 'service', name: 'identity' } as const;

/** A province with a room, a host and one entry that was refused. */
async function refusal() {
  const unitId = await make.unit('Sở mẫu');
  const room = await make.room([unitId]);
  const host = holding('departmentAdmin', unitId);
  const lobby = bed.client(LobbyClient);
  const { id } = await new Door(lobby, host).ask(room, 'Trường THPT Mẫu');
  await lobby.refuse({ entryId: id, reason: 'Lý do mẫu' }, host);
  return { room, host, entryId: id };
}

const entries = (id: string) =>
  bed.sql<{ reason: string; decided_by: string }>('SELECT * FROM meetings.lobby_entries WHERE id = $1', [id]);

test('an entry is forgotten as long after as its province has set, and media is told', async () => {
  const [short, long] = [await refusal(), await refusal()];
  await bed.client(SettingsClient).change({ version: 0, retentionDays: { roomTraces: 30 } }, short.host);
  await bed.sql(`UPDATE meetings.lobby_entries SET decided_at = now() - interval '31 days'`);
  const told = bed.listen(RetentionFacts.roomTracesExpired);
  await bed.part(RetentionJob).forget();
  expect(await entries(short.entryId)).toHaveLength(0);
  expect(await entries(long.entryId)).toHaveLength(1);
  await eventually(
    () => told.flatMap(({ roomIds }) => roomIds),
    (ids) => ids.includes(short.room.id) && ids.includes(long.room.id),
  );
});

test('what a person decided is in the archive about them, and nobody but services gets it', async () => {
  const { host, entryId } = await refusal();
  const personal = bed.client(MeetingsPersonalDataClient);
  const { items } = await personal.of({ userId: host.userId, kind: 'lobbyEntries' }, itself);
  expect(items).toMatchObject([{ data: { id: entryId, state: 'refused', reason: 'Lý do mẫu' } }]);
  await expect(personal.of({ userId: host.userId, kind: 'lobbyEntries' }, host)).rejects.toThrow(
    'common.notAllowed',
  );
});

test('after an erasure the words of the person are gone, their id stays', async () => {
  const { host, entryId } = await refusal();
  const erased = { userId: host.userId, provinceId: host.userId, at: new Date().toISOString() };
  await bed.tell(UserErasureFacts.erased, erased);
  const [entry] = await eventually(
    () => entries(entryId),
    ([row]) => row?.reason !== 'Lý do mẫu',
  );
  expect(entry).toMatchObject({ reason: '…', decided_by: host.userId });
});
