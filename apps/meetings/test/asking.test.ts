import { anonymous, type Caller } from '@diemcau/contracts/core/caller';
import { LobbyClient, lobbyErrors } from '@diemcau/contracts/meetings/lobby';
import { RoomsClient } from '@diemcau/contracts/meetings/rooms';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { codesOf, Door, guestName } from './door.js';
import { holding, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let lobby: LobbyClient;
let door: Door;
let host: Caller;
let province: string;

beforeAll(async () => {
  ({ bed, make } = await startMeetings({ LOBBY_MAX_WAITING: '20' }));
  lobby = bed.client(LobbyClient);
  province = await make.unit('Sở mẫu');
  host = holding('chair', province);
  door = new Door(lobby, host);
});
afterAll(() => bed.stop());

describe('a guest who asks to enter (TM-2b)', () => {
  test('waits, with the line test the host will see', async () => {
    const room = await make.room([province]);
    const lineTestId = randomUUID();
    const { token, ...entry } = await door.ask(room, '  Trường  THPT Như Xuân ', { lineTestId });
    expect(entry).toMatchObject({
      roomId: room.id,
      fullName: guestName,
      unitId: null,
      state: 'waiting',
      reason: null,
      duplicateOf: null,
      lineTestId,
      decidedAt: null,
    });
    expect(token).toHaveLength(43);
    await expect(door.look({ token, ...entry })).resolves.toEqual(entry);
  });

  test('is known by a token that is stored as a hash and that nobody else has', async () => {
    const room = await make.room([province]);
    const entry = await door.ask(room);
    const stored = await bed.sql('SELECT * FROM meetings.lobby_entries WHERE id = $1', [entry.id]);
    expect(JSON.stringify(stored)).not.toContain(entry.token);
    const other = await door.ask(await make.room([province]));
    for (const token of [other.token, 'x']) {
      for (const call of [lobby.look, lobby.withdraw, lobby.ticket]) {
        await expect(call({ entryId: entry.id, token }, anonymous)).rejects.toThrow(
          lobbyErrors.notFound.code,
        );
      }
    }
    await expect(door.look({ ...entry, id: randomUUID() })).rejects.toThrow(lobbyErrors.notFound.code);
    const { items } = await lobby.list({ roomId: room.id }, host);
    expect(JSON.stringify(items)).not.toContain('token');
  });

  test('is told what the room asks for when the name will not do', async () => {
    const room = await make.room([province], { namePolicy: { pattern: '^Trường ' } });
    await expect(door.ask(room, 'TT GDTX NX')).rejects.toMatchObject({
      kind: { code: lobbyErrors.nameTooShort.code },
      details: { minWords: 3, exampleName: guestName },
    });
    await expect(door.ask(room, 'Trung tâm Như Xuân')).rejects.toThrow(lobbyErrors.namePattern.code);
  });

  test('by picking an invited unit is called as the unit is, whatever was typed', async () => {
    const unitId = randomUUID();
    const unit = 'Trung tâm GDTX Như Thanh';
    const room = await make.room([province], {
      invited: { [unitId]: unit },
      namePolicy: { mode: 'pickOnly' },
    });
    await expect(door.ask(room, 'Giám đốc Sở', { unitId })).resolves.toMatchObject({
      fullName: unit,
      unitId,
    });
    await expect(door.ask(room, guestName, { unitId: randomUUID() })).rejects.toThrow(
      lobbyErrors.notInvited.code,
    );
    await expect(door.ask(room, guestName)).rejects.toThrow(lobbyErrors.pickUnit.code);
    await expect(door.ask(room, 'trung tâm GDTX như thanh')).resolves.toMatchObject({ unitId });
  });

  test('by typing the name of an invited unit in another way is taken for it', async () => {
    const unitId = randomUUID();
    const room = await make.room([province], { invited: { [unitId]: 'Trung tâm GDTX Như Thanh' } });
    const typed = 'TRUNG TÂM GIÁO DỤC THƯỜNG XUYÊN HUYỆN NHƯ THANH';
    await expect(door.ask(room, typed)).resolves.toMatchObject({ fullName: typed, unitId });
  });

  test('finds the door shut while the room is locked, and no guest slips through', async () => {
    const room = await make.room([province]);
    const asking = Array.from({ length: 10 }, (_, i) => door.ask(room, `Trường THPT Số ${i}`));
    const locking = bed.client(RoomsClient).lock({ roomId: room.id, locked: true }, host);
    const results = await Promise.allSettled([
      ...asking,
      ...Array.from({ length: 5 }, () => door.ask(room)),
      locking,
    ]);
    const inside = results.filter(({ status }) => status === 'fulfilled').length - 1;
    await expect(door.ask(room)).rejects.toMatchObject({ kind: { code: 'lobby.locked', status: 423 } });
    const { total } = await lobby.list({ roomId: room.id }, host);
    expect(total).toBe(inside);
  });

  test('finds the lobby full at its limit, counted also when many ask at once', async () => {
    const room = await make.room([province]);
    const asking = Array.from({ length: 25 }, (_, i) => door.ask(room, `Trường THPT Thử ${i}`));
    const codes = codesOf(await Promise.allSettled(asking));
    expect(codes.filter((code) => code === 'fine')).toHaveLength(20);
    expect(codes.filter((code) => code === lobbyErrors.full.code)).toHaveLength(5);
    const [first] = (await lobby.list({ roomId: room.id }, host)).items;
    if (first) await door.admit(first);
    await expect(door.ask(room)).resolves.toBeDefined();
  });
});

describe('likely duplicates (TM-2b)', () => {
  test('are flagged whatever the spelling, among those waiting and inside', async () => {
    const room = await make.room([province]);
    const first = await door.ask(room, 'Trung tâm GDTX Như Xuân');
    await door.admit(first);
    await expect(door.ask(room, 'TTGDTX  NHƯ XUÂN')).resolves.toMatchObject({ duplicateOf: first.id });
    await expect(door.ask(room, 'Trung tâm GDTX Thọ Xuân')).resolves.toMatchObject({ duplicateOf: null });
  });

  test('see each other when they ask at the same moment', async () => {
    const room = await make.room([province]);
    const entries = await Promise.all([door.ask(room), door.ask(room), door.ask(room)]);
    expect(entries.filter(({ duplicateOf }) => duplicateOf === null)).toHaveLength(1);
  });

  test('are none after the other has gone: asking again after withdrawing is plain (I18)', async () => {
    const room = await make.room([province]);
    const first = await door.ask(room);
    await door.withdraw(first);
    await expect(door.ask(room)).resolves.toMatchObject({ duplicateOf: null });
  });

  test('lose the flag when the other goes, unless there is a third', async () => {
    const room = await make.room([province]);
    const [first, second, third] = [await door.ask(room), await door.ask(room), await door.ask(room)];
    expect([second.duplicateOf, third.duplicateOf]).toEqual([first.id, first.id]);
    await door.refuse(first);
    await expect(door.look(second)).resolves.toMatchObject({ duplicateOf: null });
    await expect(door.look(third)).resolves.toMatchObject({ duplicateOf: second.id });
  });
});
