import { anonymous, type Caller } from '@diemcau/contracts/core/caller';
import type { Failure } from '@diemcau/contracts/core/failure';
import { LiveRoomFacts } from '@diemcau/contracts/media/room';
import { LobbyClient, lobbyErrors, LobbyFacts, type OwnLobbyEntry } from '@diemcau/contracts/meetings/lobby';
import { cursorAt } from '@diemcau/service/database/paging';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { StaleJob } from '../src/lobby/stale.job.js';
import { codesOf, Door, guestName, own } from './door.js';
import { holding, type MadeRoom, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let lobby: LobbyClient;
let door: Door;
let host: Caller;
let province: string;
let foreign: string;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  lobby = bed.client(LobbyClient);
  province = await make.unit('Sở mẫu');
  foreign = await make.unit('Sở tỉnh khác');
  host = holding('chair', province);
  door = new Door(lobby, host);
});
afterAll(() => bed.stop());

describe('a host', () => {
  test('sees who waits, first come first, by state, by name, in pages', async () => {
    const room = await make.room([province]);
    const asked = [];
    for (let i = 0; i < 5; i++) asked.push(await door.ask(room, `Trường THPT Thứ ${i}`));
    await door.admit(asked[4] as OwnLobbyEntry);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { roomId: room.id, state: 'waiting', limit: 3, ...(cursor && { cursor }) } as const;
      const page = await lobby.list(query, host);
      expect(page.total).toBe(4);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(asked.slice(0, 4).map(({ id }) => id));
    await expect(lobby.list({ roomId: room.id, q: 'thu 3' }, host)).resolves.toMatchObject({ total: 1 });
    for (const key of ['9999-99-99T99:99:99Z', '0000-01-01T00:00:00.000Z', 'x']) {
      const cursor = cursorAt({ key, id: randomUUID() });
      await expect(lobby.list({ roomId: room.id, cursor }, host)).rejects.toThrow('common.invalid');
    }
  });

  test('admits and refuses with a reason, and the guest sees it', async () => {
    const room = await make.room([province]);
    const [one, two] = [await door.ask(room), await door.ask(room, 'Trường THPT Thọ Xuân')];
    await expect(door.admit(one)).resolves.toMatchObject({ id: one.id, state: 'admitted', reason: null });
    await door.refuse(two);
    await expect(door.look(one)).resolves.toMatchObject({ state: 'admitted' });
    await expect(door.look(two)).resolves.toMatchObject({
      state: 'refused',
      reason: 'Không có trong danh sách',
    });
  });

  test('is one of two who decide at the same moment: exactly one wins, always', async () => {
    const room = await make.room([province]);
    for (let round = 0; round < 10; round++) {
      const entry = await door.ask(room, `Trường THPT Vòng ${round}`);
      const results = await Promise.allSettled([
        door.admit(entry),
        door.refuse(entry),
        door.admit(entry),
        door.withdraw(entry),
      ]);
      expect(codesOf(results)).toEqual(['fine', ...Array<string>(3).fill(lobbyErrors.notWaiting.code)]);
    }
  });

  test('of another room, a mere member and a guest decide nothing and see nothing', async () => {
    const room = await make.room([province]);
    const entry = await door.ask(room);
    for (const caller of [holding('chair', foreign), holding('teacher', province)]) {
      await expect(door.admit(entry, caller)).rejects.toThrow(lobbyErrors.notFound.code);
      await expect(door.refuse(entry, caller)).rejects.toThrow(lobbyErrors.notFound.code);
      await expect(lobby.list({ roomId: room.id }, caller)).rejects.toThrow('common.notAllowed');
      await expect(lobby.admitInvited({ roomId: room.id }, caller)).rejects.toThrow('common.notAllowed');
    }
    await expect(lobby.admit({ entryId: entry.id }, anonymous)).rejects.toThrow('common.signInNeeded');
    await expect(lobby.list({ roomId: room.id }, anonymous)).rejects.toThrow('common.signInNeeded');
    await expect(door.look(entry)).resolves.toMatchObject({ state: 'waiting' });
  });

  test('admits everybody from invited units at once, except likely duplicates', async () => {
    const [u1, u2] = [randomUUID(), randomUUID()];
    const room = await make.room([province], {
      invited: { [u1]: 'Trường THCS Một', [u2]: 'Trường THCS Hai' },
    });
    const [invited, typed] = [
      await door.ask(room, guestName, { unitId: u1 }),
      await door.ask(room, 'trường thcs hai'),
    ];
    const [twice, stranger] = [
      await door.ask(room, 'x y', { unitId: u1 }),
      await door.ask(room, 'Trường THPT Lạ'),
    ];
    await expect(lobby.admitInvited({ roomId: room.id }, host)).resolves.toEqual({ admitted: 2 });
    for (const entry of [invited, typed])
      await expect(door.look(entry)).resolves.toMatchObject({ state: 'admitted' });
    for (const entry of [twice, stranger])
      await expect(door.look(entry)).resolves.toMatchObject({ state: 'waiting' });
    await expect(lobby.admitInvited({ roomId: room.id }, host)).resolves.toEqual({ admitted: 0 });
  });
});

describe('what happens in the lobby', () => {
  test('is told as facts with the entry as it then is, in order, each once', async () => {
    const heard = {
      asked: bed.listen(LobbyFacts.asked),
      admitted: bed.listen(LobbyFacts.admitted),
      refused: bed.listen(LobbyFacts.refused),
      withdrawn: bed.listen(LobbyFacts.withdrawn),
    };
    const room = await make.room([province]);
    const [one, two, three] = [
      await door.ask(room, 'Trường THPT Một'),
      await door.ask(room, 'Trường THPT Hai'),
      await door.ask(room, 'Trường THPT Ba'),
    ];
    const decided = [await door.admit(one), await door.refuse(two), await door.withdraw(three)];
    await door.withdraw(three);
    const here = ({ roomId }: { roomId: string }) => roomId === room.id;
    await eventually(
      () => heard.withdrawn.filter(here),
      (entries) => entries.length > 0,
    );
    const asked = [one, two, three].map(({ token: _token, ...entry }) => entry);
    expect(heard.asked.filter(here)).toEqual(asked);
    expect([...heard.admitted, ...heard.refused, ...heard.withdrawn].filter(here)).toEqual(decided);
  });
});

describe('a guest put out of the room', () => {
  const putOut = async (room: MadeRoom, peerId: string) =>
    bed.tell(LiveRoomFacts.peerRemoved, { roomId: room.id, peerId, by: randomUUID() });

  test('has no way back with the old entry (I21), and the hosts learn of it', async () => {
    const removed = bed.listen(LobbyFacts.removed);
    const room = await make.room([province]);
    const entry = await door.ask(room);
    await door.admit(entry);
    await expect(lobby.ticket(own(entry), anonymous)).resolves.toBeDefined();
    await putOut(room, entry.id);
    const [fact] = await eventually(
      () => removed.filter(({ id }) => id === entry.id),
      (entries) => entries.length > 0,
    );
    expect(fact).toMatchObject({ state: 'removed' });
    for (const call of [lobby.look, lobby.ticket, lobby.withdraw]) {
      await expect(call(own(entry), anonymous)).rejects.toThrow(lobbyErrors.removed.code);
    }
    await expect(door.admit(entry)).rejects.toThrow(lobbyErrors.notWaiting.code);
  });

  test('is put out of that room only, and a member has no entry to lose', async () => {
    const room = await make.room([province]);
    const entry = await door.ask(room);
    await door.admit(entry);
    await putOut(await make.room([province]), entry.id);
    await putOut(room, randomUUID());
    const last = await door.ask(room, 'Trường THPT Cuối');
    await door.admit(last);
    await putOut(room, last.id);
    await eventually(
      () => door.look(last).catch((error: Failure) => error.kind.code),
      (code) => code === 'lobby.removed',
    );
    await expect(door.look(entry)).resolves.toMatchObject({ state: 'admitted' });
  });
});

test('who has waited for half a day, or was admitted a day ago, is withdrawn', async () => {
  const room = await make.room([province]);
  const [stale, fresh, inside, gone] = [
    await door.ask(room, 'Trường THPT Một'),
    await door.ask(room, 'Trường THPT Hai'),
    await door.ask(room, 'Trường THPT Ba'),
    await door.ask(room, 'Trường THPT Bốn'),
  ];
  await door.admit(inside);
  await door.admit(gone);
  const age = (entry: OwnLobbyEntry, column: string, hours: number) =>
    bed.sql(
      `UPDATE meetings.lobby_entries SET ${column} = ${column} - make_interval(hours => $2) WHERE id = $1`,
      [entry.id, hours],
    );
  await age(stale, 'asked_at', 12);
  await age(fresh, 'asked_at', 11);
  await age(inside, 'decided_at', 23);
  await age(gone, 'decided_at', 24);
  await bed.part(StaleJob).withdrawStale();
  const states = await Promise.all(
    [stale, fresh, inside, gone].map(async (entry) => (await door.look(entry)).state),
  );
  expect(states).toEqual(['withdrawn', 'waiting', 'admitted', 'withdrawn']);
});
