import { anonymous } from '@diemcau/contracts/core/caller';
import type { Failure } from '@diemcau/contracts/core/failure';
import { LiveRoomFacts } from '@diemcau/contracts/media/room';
import { LobbyClient, lobbyErrors, LobbyFacts, type OwnLobbyEntry } from '@diemcau/contracts/meetings/lobby';
import { RoomsClient } from '@diemcau/contracts/meetings/rooms';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { StaleJob } from '../src/lobby/stale.job.js';
import { holding, type MadeRoom, type Maker, startMeetings } from './meetings.js';

const name = 'Trường THPT Như Xuân';

let bed: TestBed;
let make: Maker;
let lobby: LobbyClient;
let province: string;
let foreign: string;

beforeAll(async () => {
  ({ bed, make } = await startMeetings({ LOBBY_MAX_WAITING: '20' }));
  lobby = bed.client(LobbyClient);
  province = await make.unit('Sở mẫu');
  foreign = await make.unit('Sở tỉnh khác');
});
afterAll(() => bed.stop());

const host = () => holding('chair', province);
const ask = ({ slug }: MadeRoom, fullName = name, more: { unitId?: string; lineTestId?: string } = {}) =>
  lobby.ask({ slug, fullName, ...more }, anonymous);
const own = ({ id, token }: OwnLobbyEntry) => ({ entryId: id, token });
const look = (entry: OwnLobbyEntry) => lobby.look(own(entry), anonymous);
const admit = ({ id }: { id: string }, caller = host()) => lobby.admit({ entryId: id }, caller);
const refuse = ({ id }: { id: string }, caller = host()) =>
  lobby.refuse({ entryId: id, reason: 'Không có trong danh sách' }, caller);
const codesOf = (results: PromiseSettledResult<unknown>[]) =>
  results
    .map((result) => (result.status === 'fulfilled' ? 'fine' : (result.reason as Failure).kind.code))
    .sort();

describe('a guest who asks to enter (TM-2b)', () => {
  test('waits, with the line test the host will see', async () => {
    const room = await make.room([province]);
    const lineTestId = randomUUID();
    const { token, ...entry } = await ask(room, '  Trường  THPT Như Xuân ', { lineTestId });
    expect(entry).toMatchObject({
      roomId: room.id,
      fullName: name,
      unitId: null,
      state: 'waiting',
      reason: null,
      duplicateOf: null,
      lineTestId,
      decidedAt: null,
    });
    expect(token).toHaveLength(43);
    await expect(look({ token, ...entry })).resolves.toEqual(entry);
  });

  test('is known by a token that is stored as a hash and that nobody else has', async () => {
    const room = await make.room([province]);
    const entry = await ask(room);
    const stored = await bed.sql('SELECT * FROM meetings.lobby_entries WHERE id = $1', [entry.id]);
    expect(JSON.stringify(stored)).not.toContain(entry.token);
    const other = await ask(await make.room([province]));
    for (const token of [other.token, 'x']) {
      for (const call of [lobby.look, lobby.withdraw, lobby.ticket]) {
        await expect(call({ entryId: entry.id, token }, anonymous)).rejects.toThrow(
          lobbyErrors.notFound.code,
        );
      }
    }
    await expect(look({ ...entry, id: randomUUID() })).rejects.toThrow(lobbyErrors.notFound.code);
    const { items } = await lobby.list({ roomId: room.id }, host());
    expect(JSON.stringify(items)).not.toContain('token');
  });

  test('is told what the room asks for when the name will not do', async () => {
    const room = await make.room([province], { namePolicy: { pattern: '^Trường ' } });
    await expect(ask(room, 'TT GDTX NX')).rejects.toMatchObject({
      kind: { code: lobbyErrors.nameTooShort.code },
      details: { minWords: 3, exampleName: name },
    });
    await expect(ask(room, 'Trung tâm Như Xuân')).rejects.toThrow(lobbyErrors.namePattern.code);
  });

  test('by picking an invited unit is called as the unit is, whatever was typed', async () => {
    const unitId = randomUUID();
    const unit = 'Trung tâm GDTX Như Thanh';
    const room = await make.room([province], {
      invited: { [unitId]: unit },
      namePolicy: { mode: 'pickOnly' },
    });
    await expect(ask(room, 'Giám đốc Sở', { unitId })).resolves.toMatchObject({ fullName: unit, unitId });
    await expect(ask(room, name, { unitId: randomUUID() })).rejects.toThrow(lobbyErrors.notInvited.code);
    await expect(ask(room, name)).rejects.toThrow(lobbyErrors.pickUnit.code);
    await expect(ask(room, 'trung tâm GDTX như thanh')).resolves.toMatchObject({ unitId });
  });

  test('by typing the name of an invited unit in another way is taken for it', async () => {
    const unitId = randomUUID();
    const room = await make.room([province], { invited: { [unitId]: 'Trung tâm GDTX Như Thanh' } });
    const typed = 'TRUNG TÂM GIÁO DỤC THƯỜNG XUYÊN HUYỆN NHƯ THANH';
    await expect(ask(room, typed)).resolves.toMatchObject({ fullName: typed, unitId });
  });

  test('finds the door shut while the room is locked, and no guest slips through', async () => {
    const room = await make.room([province]);
    const asking = Array.from({ length: 10 }, (_, i) => ask(room, `Trường THPT Số ${i}`));
    const locking = bed.client(RoomsClient).lock({ roomId: room.id, locked: true }, host());
    const results = await Promise.allSettled([
      ...asking,
      ...Array.from({ length: 5 }, () => ask(room)),
      locking,
    ]);
    const inside = results.filter(({ status }) => status === 'fulfilled').length - 1;
    await expect(ask(room)).rejects.toMatchObject({ kind: { code: 'lobby.locked', status: 423 } });
    const { total } = await lobby.list({ roomId: room.id }, host());
    expect(total).toBe(inside);
  });

  test('finds the lobby full at its limit, counted also when many ask at once', async () => {
    const room = await make.room([province]);
    const asking = Array.from({ length: 25 }, (_, i) => ask(room, `Trường THPT Thử ${i}`));
    const codes = codesOf(await Promise.allSettled(asking));
    expect(codes.filter((code) => code === 'fine')).toHaveLength(20);
    expect(codes.filter((code) => code === lobbyErrors.full.code)).toHaveLength(5);
    const [first] = (await lobby.list({ roomId: room.id }, host())).items;
    if (first) await admit(first);
    await expect(ask(room)).resolves.toBeDefined();
  });
});

describe('likely duplicates (TM-2b)', () => {
  test('are flagged whatever the spelling, among those waiting and inside', async () => {
    const room = await make.room([province]);
    const first = await ask(room, 'Trung tâm GDTX Như Xuân');
    await admit(first);
    await expect(ask(room, 'TTGDTX  NHƯ XUÂN')).resolves.toMatchObject({ duplicateOf: first.id });
    await expect(ask(room, 'Trung tâm GDTX Thọ Xuân')).resolves.toMatchObject({ duplicateOf: null });
  });

  test('see each other when they ask at the same moment', async () => {
    const room = await make.room([province]);
    const entries = await Promise.all([ask(room), ask(room), ask(room)]);
    expect(entries.filter(({ duplicateOf }) => duplicateOf === null)).toHaveLength(1);
  });

  test('are none after the other has gone: asking again after withdrawing is plain (I18)', async () => {
    const room = await make.room([province]);
    const first = await ask(room);
    await lobby.withdraw(own(first), anonymous);
    await expect(ask(room)).resolves.toMatchObject({ duplicateOf: null });
  });

  test('lose the flag when the other goes, unless there is a third', async () => {
    const room = await make.room([province]);
    const [first, second, third] = [await ask(room), await ask(room), await ask(room)];
    expect([second.duplicateOf, third.duplicateOf]).toEqual([first.id, first.id]);
    await refuse(first);
    await expect(look(second)).resolves.toMatchObject({ duplicateOf: null });
    await expect(look(third)).resolves.toMatchObject({ duplicateOf: second.id });
  });
});

describe('a host', () => {
  test('sees who waits, first come first, by state, by name, in pages', async () => {
    const room = await make.room([province]);
    const asked = [];
    for (let i = 0; i < 5; i++) asked.push(await ask(room, `Trường THPT Thứ ${i}`));
    await admit(asked[4] as OwnLobbyEntry);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { roomId: room.id, state: 'waiting', limit: 3, ...(cursor && { cursor }) } as const;
      const page = await lobby.list(query, host());
      expect(page.total).toBe(4);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(asked.slice(0, 4).map(({ id }) => id));
    await expect(lobby.list({ roomId: room.id, q: 'thu 3' }, host())).resolves.toMatchObject({ total: 1 });
    const forged = Buffer.from(JSON.stringify(['9999-99-99T99:99:99Z', randomUUID()])).toString('base64url');
    await expect(lobby.list({ roomId: room.id, cursor: forged }, host())).rejects.toThrow('common.invalid');
  });

  test('admits and refuses with a reason, and the guest sees it', async () => {
    const room = await make.room([province]);
    const [one, two] = [await ask(room), await ask(room, 'Trường THPT Thọ Xuân')];
    await expect(admit(one)).resolves.toMatchObject({ id: one.id, state: 'admitted', reason: null });
    await refuse(two);
    await expect(look(one)).resolves.toMatchObject({ state: 'admitted' });
    await expect(look(two)).resolves.toMatchObject({ state: 'refused', reason: 'Không có trong danh sách' });
  });

  test('is one of two who decide at the same moment: exactly one wins, always', async () => {
    const room = await make.room([province]);
    for (let round = 0; round < 10; round++) {
      const entry = await ask(room, `Trường THPT Vòng ${round}`);
      const results = await Promise.allSettled([
        admit(entry),
        refuse(entry),
        admit(entry),
        lobby.withdraw(own(entry), anonymous),
      ]);
      expect(codesOf(results)).toEqual(['fine', ...Array<string>(3).fill(lobbyErrors.notWaiting.code)]);
    }
  });

  test('of another room, a mere member and a guest decide nothing and see nothing', async () => {
    const room = await make.room([province]);
    const entry = await ask(room);
    for (const caller of [holding('chair', foreign), holding('teacher', province)]) {
      await expect(admit(entry, caller)).rejects.toThrow(lobbyErrors.notFound.code);
      await expect(refuse(entry, caller)).rejects.toThrow(lobbyErrors.notFound.code);
      await expect(lobby.list({ roomId: room.id }, caller)).rejects.toThrow('common.notAllowed');
      await expect(lobby.admitInvited({ roomId: room.id }, caller)).rejects.toThrow('common.notAllowed');
    }
    await expect(lobby.admit({ entryId: entry.id }, anonymous)).rejects.toThrow('common.signInNeeded');
    await expect(lobby.list({ roomId: room.id }, anonymous)).rejects.toThrow('common.signInNeeded');
    await expect(look(entry)).resolves.toMatchObject({ state: 'waiting' });
  });

  test('admits everybody from invited units at once, except likely duplicates', async () => {
    const [u1, u2] = [randomUUID(), randomUUID()];
    const room = await make.room([province], {
      invited: { [u1]: 'Trường THCS Một', [u2]: 'Trường THCS Hai' },
    });
    const [invited, typed] = [await ask(room, name, { unitId: u1 }), await ask(room, 'trường thcs hai')];
    const [twice, stranger] = [await ask(room, 'x y', { unitId: u1 }), await ask(room, 'Trường THPT Lạ')];
    await expect(lobby.admitInvited({ roomId: room.id }, host())).resolves.toEqual({ admitted: 2 });
    for (const entry of [invited, typed])
      await expect(look(entry)).resolves.toMatchObject({ state: 'admitted' });
    for (const entry of [twice, stranger])
      await expect(look(entry)).resolves.toMatchObject({ state: 'waiting' });
    await expect(lobby.admitInvited({ roomId: room.id }, host())).resolves.toEqual({ admitted: 0 });
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
      await ask(room, 'Trường THPT Một'),
      await ask(room, 'Trường THPT Hai'),
      await ask(room, 'Trường THPT Ba'),
    ];
    const decided = [await admit(one), await refuse(two), await lobby.withdraw(own(three), anonymous)];
    await lobby.withdraw(own(three), anonymous);
    await eventually(
      () => heard.withdrawn,
      (entries) => entries.length > 0,
    );
    const asked = [one, two, three].map(({ token: _token, ...entry }) => entry);
    expect(heard.asked.filter(({ roomId }) => roomId === room.id)).toEqual(asked);
    expect([...heard.admitted, ...heard.refused, ...heard.withdrawn]).toEqual(decided);
  });
});

describe('a guest put out of the room', () => {
  const putOut = async (room: MadeRoom, peerId: string) =>
    bed.tell(LiveRoomFacts.peerRemoved, { roomId: room.id, peerId, by: randomUUID() });

  test('has no way back with the old entry (I21), and the hosts learn of it', async () => {
    const removed = bed.listen(LobbyFacts.removed);
    const room = await make.room([province]);
    const entry = await ask(room);
    await admit(entry);
    await expect(lobby.ticket(own(entry), anonymous)).resolves.toBeDefined();
    await putOut(room, entry.id);
    const [fact] = await eventually(
      () => removed,
      (entries) => entries.length > 0,
    );
    expect(fact).toMatchObject({ id: entry.id, state: 'removed' });
    for (const call of [lobby.look, lobby.ticket, lobby.withdraw]) {
      await expect(call(own(entry), anonymous)).rejects.toThrow(lobbyErrors.removed.code);
    }
    await expect(admit(entry)).rejects.toThrow(lobbyErrors.notWaiting.code);
  });

  test('is put out of that room only, and a member has no entry to lose', async () => {
    const room = await make.room([province]);
    const entry = await ask(room);
    await admit(entry);
    await putOut(await make.room([province]), entry.id);
    await putOut(room, randomUUID());
    const last = await ask(room, 'Trường THPT Cuối');
    await admit(last);
    await putOut(room, last.id);
    await eventually(
      () => look(last).catch((error: Failure) => error.kind.code),
      (code) => code === 'lobby.removed',
    );
    await expect(look(entry)).resolves.toMatchObject({ state: 'admitted' });
  });
});

test('who has waited for half a day, or was admitted a day ago, is withdrawn', async () => {
  const room = await make.room([province]);
  const [stale, fresh, inside, gone] = [
    await ask(room, 'Trường THPT Một'),
    await ask(room, 'Trường THPT Hai'),
    await ask(room, 'Trường THPT Ba'),
    await ask(room, 'Trường THPT Bốn'),
  ];
  await admit(inside);
  await admit(gone);
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
    [stale, fresh, inside, gone].map(async (entry) => (await look(entry)).state),
  );
  expect(states).toEqual(['withdrawn', 'waiting', 'admitted', 'withdrawn']);
});
