import { AuditFacts, type AuditNoted } from '@diemcau/contracts/core/audit';
import { LobbyClient } from '@diemcau/contracts/meetings/lobby';
import { RoomsClient } from '@diemcau/contracts/meetings/rooms';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { Door } from './door.js';
import { holding, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let noted: AuditNoted[];
beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  noted = bed.listen(AuditFacts.noted);
});
afterAll(() => bed.stop());

/** What was told to auditors about one thing. */
const toldOf = (objectId: string, count: number) =>
  eventually(
    () => noted.filter((note) => note.objectId === objectId),
    (notes) => notes.length >= count,
  );

test('locking and changing a room is told to auditors with who, where, before and after', async () => {
  const unitId = await make.unit('Sở mẫu');
  const host = holding('departmentAdmin', unitId);
  const room = await make.room([unitId]);
  const rooms = bed.client(RoomsClient);
  await rooms.lock({ roomId: room.id, locked: true }, host);
  const { version } = await rooms.lock({ roomId: room.id, locked: true }, host);
  await rooms.change({ roomId: room.id, version, name: 'Phòng tên mới', requiredMbps: 20 }, host);
  const notes = await toldOf(room.id, 2);
  expect(notes).toMatchObject([
    { action: 'rooms.lock', unitId, actorKind: 'user', actorId: host.userId, objectKind: 'room' },
    { action: 'rooms.change', after: { name: 'Phòng tên mới', requiredMbps: 20 } },
  ]);
  expect(Object.keys(notes[1]?.before ?? {})).toEqual(['name', 'requiredMbps']);
});

test('who was let in or turned away is told without the name of the guest', async () => {
  const unitId = await make.unit('Sở mẫu');
  const host = holding('chair', unitId);
  const room = await make.room([unitId]);
  const lobby = bed.client(LobbyClient);
  const door = new Door(lobby, host);
  const [first, second] = [
    await door.ask(room, 'Trường THPT Mẫu Một'),
    await door.ask(room, 'Nguyễn Văn Mẫu'),
  ];
  await lobby.admit({ entryId: first.id }, host);
  await lobby.refuse({ entryId: second.id, reason: 'Nhầm phòng' }, host);
  const notes = [...(await toldOf(first.id, 1)), ...(await toldOf(second.id, 1))];
  expect(notes).toMatchObject([
    { action: 'lobby.admit', unitId, after: { roomId: room.id } },
    { action: 'lobby.refuse', unitId, after: { roomId: room.id, reason: 'Nhầm phòng' } },
  ]);
  expect(JSON.stringify(notes)).not.toContain('Nguyễn Văn Mẫu');
});

test('a ticket of a host is told, one of a member is not', async () => {
  const unitId = await make.unit('Sở mẫu');
  const room = await make.room([unitId]);
  const lobby = bed.client(LobbyClient);
  const hostId = await make.user('Chủ toạ mẫu', unitId);
  const memberId = await make.user('Đại biểu mẫu', unitId);
  await lobby.memberTicket({ roomId: room.id }, { ...holding('attendee', unitId), userId: memberId });
  await lobby.memberTicket({ roomId: room.id }, { ...holding('chair', unitId), userId: hostId });
  expect(await toldOf(room.id, 1)).toMatchObject([{ action: 'rooms.enterAsHost', actorId: hostId }]);
});
