import { anonymous } from '@diemcau/contracts/core/caller';
import { unitErrors, UnitsClient } from '@diemcau/contracts/identity/units';
import { userErrors, UsersClient } from '@diemcau/contracts/identity/users';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { type Maker, service, startIdentity, userCaller } from './identity.js';

let bed: TestBed;
let make: Maker;
let units: UnitsClient;
let province: string;
let district: string;
let elsewhere: string;

beforeAll(async () => {
  ({ bed, make } = await startIdentity());
  units = bed.client(UnitsClient);
  province = await make.unit('Sở Giáo dục và Đào tạo Thanh Hoá', { code: 'so' });
  district = await make.unit('Phòng GD&ĐT Như Xuân', { parentId: province, type: 'districtOffice' });
  elsewhere = await make.unit('Sở Giáo dục và Đào tạo Hoà Bình', { code: 'so' });
});
afterAll(() => bed.stop());

const reader = (unitId: string) =>
  userCaller(randomUUID(), randomUUID(), [{ role: 'teacher', unitId, subtree: false }]);

describe('the tree of units (SYS-5)', () => {
  test('every unit knows its path from the root', async () => {
    const school = await make.unit('Trường THCS Yên Cát', { parentId: district, type: 'school' });
    await expect(units.find({ unitId: school }, service)).resolves.toMatchObject({
      parentId: district,
      path: [province, district, school],
    });
  });

  test('a move takes everything below along (I1)', async () => {
    const from = await make.unit('Phòng cũ', { parentId: province });
    const to = await make.unit('Phòng mới', { parentId: province });
    const school = await make.unit('Trường đi theo', { parentId: from, type: 'school' });
    const branch = await make.unit('Điểm trường', { parentId: school, type: 'school' });
    await bed.sql('UPDATE identity.units SET parent_id = $1 WHERE id = $2', [to, school]);
    await expect(units.find({ unitId: branch }, service)).resolves.toMatchObject({
      path: [province, to, school, branch],
    });
  });

  test('no unit comes to lie below itself (I1)', async () => {
    const above = await make.unit('Trên', { parentId: province });
    const below = await make.unit('Dưới', { parentId: above });
    const move = bed.sql('UPDATE identity.units SET parent_id = $1 WHERE id = $2', [below, above]);
    await expect(move).rejects.toThrow('below itself');
  });

  test('two moves at the same moment make no circle either (I1)', async () => {
    for (let round = 0; round < 10; round++) {
      const one = await make.unit(`Một ${round}`, { parentId: province });
      const two = await make.unit(`Hai ${round}`, { parentId: province });
      const move = (unit: string, under: string) =>
        bed.sql('UPDATE identity.units SET parent_id = $1 WHERE id = $2', [under, unit]);
      const moves = await Promise.allSettled([move(one, two), move(two, one)]);
      expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  test('a path cannot be written past the parent (I1)', async () => {
    const forged = bed.sql('UPDATE identity.units SET path = $1 WHERE id = $2', [
      [elsewhere, district],
      district,
    ]);
    await expect(forged).rejects.toThrow('check constraint');
  });

  test('a code occurs once in a province, and again in another', async () => {
    await make.unit('Trường A', { parentId: province, code: 'truong-a' });
    await make.unit('Trường A', { parentId: elsewhere, code: 'truong-a' });
    await expect(make.unit('Trường A khác', { parentId: district, code: 'truong-a' })).rejects.toThrow(
      'unique',
    );
  });

  test('a closed unit takes no new users (I3)', async () => {
    const closed = await make.unit('Phòng đã giải thể', { parentId: province, state: 'closed' });
    await expect(make.user('muon-vao', { unitId: closed })).rejects.toThrow('closed');
  });
});

describe('who sees which units', () => {
  test('a user sees the own province and no other (DA-0)', async () => {
    const caller = reader(district);
    const { items } = await units.list({ limit: 200 }, caller);
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([province, district]));
    expect(items.every(({ path }) => path[0] === province)).toBe(true);
    await expect(units.find({ unitId: elsewhere }, caller)).rejects.toThrow(unitErrors.notFound.code);
    const { items: named } = await units.named({ unitIds: [district, elsewhere, randomUUID()] }, caller);
    expect(named.map(({ id }) => id)).toEqual([district]);
  });

  test('a service sees every province', async () => {
    const { items } = await units.named({ unitIds: [district, elsewhere, randomUUID()] }, service);
    expect(items.map(({ id }) => id).sort()).toEqual([district, elsewhere].sort());
  });

  test('who has not signed in or has no role sees none', async () => {
    await expect(units.list({}, anonymous)).rejects.toThrow('common.signInNeeded');
    await expect(units.list({}, userCaller(randomUUID(), randomUUID()))).rejects.toThrow('common.notAllowed');
  });
});

describe('the list of units', () => {
  test('is searched by words in any order, without accents', async () => {
    const { items, total } = await units.list({ q: 'xuan NHƯ' }, service);
    expect(items.map(({ id }) => id)).toEqual([district]);
    expect(total).toBe(1);
  });

  test('is filtered by parent and type', async () => {
    const { items } = await units.list({ parentId: province, type: 'districtOffice' }, service);
    expect(items.map(({ id }) => id)).toEqual([district]);
  });

  test.each([
    ['short names', 'Trường số '],
    ['names as long as they may be', 'Trường '.padEnd(199, 'ở')],
  ])('comes page by page, each unit once, with the total: %s', async (_what, name) => {
    const parentId = await make.unit('Phòng nhiều trường', { parentId: province });
    for (let i = 0; i < 7; i++) await make.unit(`${name}${i % 3}`, { parentId, type: 'school' });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await units.list({ parentId, limit: 3, ...(cursor && { cursor }) }, service);
      expect(page.total).toBe(7);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  test.each(['x', Buffer.from('["a\\u0000","b"]').toString('base64url')])(
    'refuses a made-up cursor (%s)',
    async (cursor) => {
      await expect(units.list({ cursor }, service)).rejects.toThrow('common.invalid');
    },
  );
});

describe('who a user is', () => {
  test('is told to services, to the user, and to who may read users there', async () => {
    const users = bed.client(UsersClient);
    const userId = await make.user('truc-phong', { unitId: district });
    const person = {
      id: userId,
      displayName: 'truc-phong (mẫu)',
      unitId: district,
      unitName: 'Phòng GD&ĐT Như Xuân',
    };
    const admin = (unitId: string) =>
      userCaller(randomUUID(), randomUUID(), [{ role: 'departmentAdmin', unitId, subtree: true }]);
    await expect(users.find({ userId }, service)).resolves.toEqual(person);
    await expect(users.find({ userId }, userCaller(userId, randomUUID()))).resolves.toEqual(person);
    await expect(users.find({ userId }, admin(province))).resolves.toEqual(person);

    for (const caller of [anonymous, reader(district), admin(elsewhere)]) {
      await expect(users.find({ userId }, caller)).rejects.toThrow(userErrors.notFound.code);
    }
  });
});
