import { anonymous } from '@diemcau/contracts/core/caller';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { LobbyClient } from '@diemcau/contracts/meetings/lobby';
import { type ChangeRoom, roomErrors, RoomFacts, RoomsClient } from '@diemcau/contracts/meetings/rooms';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { holding, type MadeRoom, type Maker, startMeetings, support } from './meetings.js';

let bed: TestBed;
let make: Maker;
let rooms: RoomsClient;
let province: string;
let centre: string;
let foreign: string;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  rooms = bed.client(RoomsClient);
  province = await make.unit('Sở mẫu');
  centre = await make.unit('Trung tâm GDTX Như Xuân', province);
  foreign = await make.unit('Sở tỉnh khác');
});
afterAll(() => bed.stop());

const admin = () => holding('departmentAdmin', province);
const change = (room: MadeRoom, of: Partial<ChangeRoom>, caller = admin()) =>
  rooms.change({ roomId: room.id, version: 1, ...of }, caller);

describe('a room', () => {
  test('is found by its address, by anybody, with support contacts (TM-2a, TM-4)', async () => {
    const room = await make.room([province]);
    await expect(rooms.find({ slug: room.slug }, anonymous)).resolves.toEqual({
      id: room.id,
      slug: room.slug,
      name: `Phòng họp ${room.slug}`,
      ownerUnitId: province,
      ownerUnitName: 'Sở mẫu',
      namePolicy: { mode: 'pickOrType', minWords: 3, pattern: null, exampleName: 'Trường THPT Như Xuân' },
      locked: false,
      requiredMbps: 10,
      support: [support],
      version: 1,
    });
    await expect(rooms.find({ slug: 'khong-co' }, anonymous)).rejects.toThrow(roomErrors.notFound.code);
  });

  test('has one address for ever (TM-2a)', async () => {
    const room = await make.room([province]);
    const rename = bed.sql(`UPDATE meetings.rooms SET slug = 'dia-chi-khac' WHERE id = $1`, [room.id]);
    await expect(rename).rejects.toThrow('permanent');
  });
});

describe('my rooms', () => {
  test('are those I may enter, with who waits where I preside', async () => {
    const below = await make.room([province, centre]);
    const other = await make.room([foreign]);
    const lobby = bed.client(LobbyClient);
    await lobby.ask({ slug: below.slug, fullName: 'Trường THPT Như Xuân' }, anonymous);

    const seenBy = async (caller: Parameters<typeof rooms.mine>[1]) =>
      (await rooms.mine({}, caller)).items.filter(({ id }) => [below.id, other.id].includes(id));
    const mine = { id: below.id, slug: below.slug, name: `Phòng họp ${below.slug}` };
    expect(await seenBy(holding('chair', centre))).toEqual([{ ...mine, host: true, waiting: 1 }]);
    expect(await seenBy(holding('leader', province))).toEqual([{ ...mine, host: false, waiting: 0 }]);
    expect(await seenBy(holding('student', centre))).toEqual([]);
    const narrow = {
      ...holding('chair', province),
      grants: [{ role: 'chair', unitId: province, subtree: false }],
    };
    expect(await seenBy(narrow)).toEqual([]);
    await expect(rooms.mine({}, anonymous)).rejects.toThrow('common.signInNeeded');
  });
});

describe('invited units', () => {
  test('are picked from a list that is searched without accents and comes in pages', async () => {
    const names = ['Trung tâm GDTX Như Xuân', 'Trung tâm GDTX Như Thanh', 'Trường THPT Thọ Xuân'];
    const invited = Object.fromEntries(names.map((name) => [randomUUID(), name]));
    const { slug } = await make.room([province], { invited });
    const search = async (q: string) => (await rooms.invitedUnits({ slug, q }, anonymous)).items;
    expect((await search('xuan')).map(({ name }) => name)).toEqual([names[0], names[2]]);
    expect(await search('NHU thanh gdtx')).toMatchObject([{ name: names[1] }]);
    expect(await search('%')).toEqual([]);

    const first = await rooms.invitedUnits({ slug, limit: 2 }, anonymous);
    const second = await rooms.invitedUnits({ slug, limit: 2, cursor: first.nextCursor ?? '' }, anonymous);
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([names[1], names[0], names[2]]);
    expect(second.nextCursor).toBeNull();
  });
});

describe('locking', () => {
  test('is for hosts of this room, raises the version once and tells everybody', async () => {
    const room = await make.room([province]);
    const changed = bed.listen(RoomFacts.changed);
    const chair = holding('chair', province);
    await expect(rooms.lock({ roomId: room.id, locked: true }, chair)).resolves.toMatchObject({
      locked: true,
      version: 2,
    });
    await expect(rooms.lock({ roomId: room.id, locked: true }, chair)).resolves.toMatchObject({ version: 2 });
    const facts = await eventually(
      () => changed.filter(({ id }) => id === room.id),
      (heard) => heard.length > 0,
    );
    expect(facts).toMatchObject([{ locked: true, version: 2 }]);

    for (const caller of [
      holding('teacher', province),
      holding('chair', foreign),
      holding('chair', centre),
    ]) {
      const lock = rooms.lock({ roomId: room.id, locked: false }, caller);
      await expect(lock).rejects.toThrow('common.notAllowed');
    }
    await expect(rooms.lock({ roomId: room.id, locked: false }, anonymous)).rejects.toThrow(
      'common.signInNeeded',
    );
    const nowhere = rooms.lock({ roomId: randomUUID(), locked: false }, chair);
    await expect(nowhere).rejects.toThrow(roomErrors.notFound.code);
  });
});

describe('changing the settings', () => {
  test('changes what is given and nothing else, and tells everybody', async () => {
    const room = await make.room([province]);
    const changed = bed.listen(RoomFacts.changed);
    const contact = { division: 'Văn phòng', phone: '0237 000 0002', email: 'van-phong@example.org' };
    const before = await rooms.find({ slug: room.slug }, anonymous);
    const after = await change(room, { name: 'Phòng họp lớn', support: [contact] });
    expect(after).toEqual({ ...before, name: 'Phòng họp lớn', support: [contact], version: 2 });
    const [fact] = await eventually(
      () => changed.filter(({ id }) => id === room.id),
      (heard) => heard.length > 0,
    );
    expect(fact).toEqual(after);
  });

  test('made at the same time from the same version: one wins, the others are told to reload', async () => {
    const room = await make.room([province]);
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => change(room, { name: `Tên ${i}` })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(lost).toHaveLength(7);
    for (const reason of lost) expect(reason).toMatchObject({ kind: { code: 'rooms.changed', status: 412 } });
  });

  test('refuses a pattern that does not compile or can run for ever', async () => {
    const room = await make.room([province]);
    for (const pattern of ['(', '^(a+)+$']) {
      const namePolicy = { mode: 'typeOnly', minWords: 2, pattern, exampleName: 'Trường mẫu' } as const;
      await expect(change(room, { namePolicy })).rejects.toThrow(roomErrors.badPattern.code);
    }
    await expect(rooms.find({ slug: room.slug }, anonymous)).resolves.toMatchObject({ version: 1 });
  });

  test('is for who may configure the room', async () => {
    const room = await make.room([province]);
    for (const caller of [holding('chair', province), holding('departmentAdmin', foreign)]) {
      await expect(change(room, { name: 'Lấy mất' }, caller)).rejects.toThrow('common.notAllowed');
    }
  });

  test('invites units by the names identity knows, none of another province and none unknown', async () => {
    const room = await make.room([province]);
    await change(room, { invitedUnitIds: [centre] });
    await expect(rooms.invitedUnits({ slug: room.slug }, anonymous)).resolves.toEqual({
      items: [{ id: centre, name: 'Trung tâm GDTX Như Xuân' }],
      nextCursor: null,
    });
    const unknown = [foreign, randomUUID()];
    await expect(change(room, { version: 2, invitedUnitIds: [centre, ...unknown] })).rejects.toMatchObject({
      kind: { code: unitErrors.notFound.code },
      details: { unitIds: unknown },
    });
    await change(room, { version: 2, invitedUnitIds: [] });
    await expect(rooms.invitedUnits({ slug: room.slug }, anonymous)).resolves.toMatchObject({ items: [] });
  });
});
