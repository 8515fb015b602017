import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import { UserFacts, UserChangesClient, userErrors, UsersClient } from '@diemcau/contracts/identity/users';
import { eventually } from '@diemcau/testing/service';
import { codeOf, type PeopleBed, startPeople } from './people-bed.js';

let people: PeopleBed;
let users: UsersClient;
let changes: UserChangesClient;
let operator: UserCaller;
let admin: UserCaller;

beforeAll(async () => {
  people = await startPeople();
  users = people.bed.client(UsersClient);
  changes = people.bed.client(UserChangesClient);
  operator = await people.as('unitOperator', people.district);
  admin = await people.as('departmentAdmin', people.province);
});
afterAll(() => people.bed.stop());

const create = (displayName: string, of: object = {}, by = operator) =>
  changes.create({ displayName, unitId: people.school, kind: 'staff', ...of }, by);

describe('making an account', () => {
  test('tidies the name, proposes the user name, invites, tells others and the auditor', async () => {
    const heard = people.bed.listen(UserFacts.changed);
    const made = await create('NGUYỄN  VĂN AN', {
      code: 'GV-1',
      phone: '0912 345 678',
      birthDate: '1990-02-28',
    });
    expect(made).toMatchObject({
      displayName: 'Nguyễn Văn An',
      userName: 'nvan.thptnx1',
      state: 'invited',
      code: 'GV-1',
      birthDate: '1990-02-28',
      unitName: 'Trường THPT Mẫu 1',
      hasSecondFactor: false,
      lastSignInAt: null,
      grants: [],
    });
    await eventually(
      () => heard,
      (bodies) => bodies.some(({ userIds }) => userIds.includes(made.id)),
    );
    const [entry] = await people.audited('users.create', made.id);
    expect(entry?.after).toMatchObject({ code: 'GV-1' });
  });

  test('gives ten people of one name at once ten user names', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => create('Lê Thị Đua')));
    expect(new Set(made.map(({ userName }) => userName)).size).toBe(10);
  });

  test('refuses a user name that somebody has, whatever its case', async () => {
    await create('Trần Văn Tên', { userName: 'ten-rieng' });
    expect(await codeOf(create('Trần Văn Khác', { userName: 'TEN-RIENG' }))).toBe(
      userErrors.userNameTaken.code,
    );
    expect(
      (await changes.proposeUserName({ displayName: 'Trần Văn Mới', unitId: people.school }, operator))
        .userName,
    ).toBe('tvmoi.thptnx1');
  });

  test('gives a code once in a province: of ten at the same moment one is made', async () => {
    const codes = await Promise.all(
      Array.from({ length: 10 }, (_, i) => codeOf(create(`Người Thứ ${i}`, { code: 'HS-0001' }))),
    );
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes.filter((code) => code === userErrors.codeTaken.code)).toHaveLength(9);
    const foreign = await people.as('departmentAdmin', people.elsewhere);
    await expect(
      create('Người Tỉnh Khác', { code: 'HS-0001', unitId: people.elsewhere }, foreign),
    ).resolves.toBeDefined();
  });

  test('refuses closed units', async () => {
    const closed = await people.make.unit('Trường đã giải thể', {
      parentId: people.district,
      state: 'closed',
    });
    expect(await codeOf(create('Đến Muộn', { unitId: closed }))).toBe(userErrors.unitClosed.code);
  });

  test.each([
    { phone: 'không có' },
    { email: 'a@b' },
    { birthDate: '2001-02-30' },
    { userName: 'có dấu cách' },
    { kind: 'parent' },
  ])('refuses %j', async (wrong) => {
    expect(await codeOf(create('Người Mẫu', wrong))).toBe('common.invalid');
  });
});

describe('the list of people', () => {
  test('is sorted by given name as Vietnamese lists are, page by page, each once', async () => {
    const unitId = await people.make.unit('Trường xếp tên', { parentId: people.district, type: 'school' });
    const sorted = ['Lê Văn An', 'Trần Thị An', 'Lê Ánh', 'Lê Ân', 'Phạm Bình', 'Lê Du', 'Lê Đông'];
    for (const name of [...sorted].reverse()) await create(name, { unitId });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await users.list({ unitId, limit: 3, ...(cursor && { cursor }) }, operator);
      expect(page.total).toBe(sorted.length);
      seen.push(...page.items.map(({ displayName }) => displayName));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(sorted);
    const fromTheEnd = await users.list({ unitId, limit: 3, sort: '-name' }, operator);
    const next = await users.list(
      { unitId, limit: 3, sort: '-name', cursor: fromTheEnd.nextCursor ?? '' },
      operator,
    );
    expect([...fromTheEnd.items, ...next.items].map(({ displayName }) => displayName)).toEqual(
      [...sorted].reverse().slice(0, 6),
    );
  });

  test('is sorted by unit and by user name as well, both ways, page by page, each once', async () => {
    const above = await people.make.unit('Cụm xếp thứ tự', {
      parentId: people.district,
      type: 'districtOffice',
    });
    const long = 'Trường Phổ thông dân tộc nội trú '.repeat(5);
    for (const name of ['Trường Bình Minh', `${long}An Phú`, `${long}Bình Phú`]) {
      const unitId = await people.make.unit(name.slice(0, 200), { parentId: above, type: 'school' });
      for (const who of ['Vũ Thị Hoa', 'Cao Văn Hùng']) await create(who, { unitId });
    }
    const all = async (sort: 'unit' | '-unit' | 'userName' | '-userName') => {
      const seen: { userName: string; unitName: string }[] = [];
      let cursor: string | undefined;
      do {
        const page = await users.list({ unitId: above, limit: 2, sort, ...(cursor && { cursor }) }, operator);
        seen.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return seen;
    };
    const byUserName = (await all('userName')).map(({ userName }) => userName);
    expect(byUserName).toEqual([...new Set(byUserName)].toSorted());
    expect(byUserName).toHaveLength(6);
    expect((await all('-userName')).map(({ userName }) => userName)).toEqual(byUserName.toReversed());
    const byUnit = (await all('unit')).map(({ unitName }) => unitName);
    expect(byUnit.slice(0, 2)).toEqual(['Trường Bình Minh', 'Trường Bình Minh']);
    expect((await all('-unit')).map(({ unitName }) => unitName).slice(4)).toEqual(byUnit.slice(0, 2));
  });

  test('is searched without accents by name, user name and code, and filtered', async () => {
    const student = await create('Đặng Thị Ánh Tuyết', { kind: 'student', code: 'HS-7777' });
    for (const q of ['dang tuyet', 'ÁNH', 'hs-7777', 'dtatuyet']) {
      const { items } = await users.list({ q, unitId: people.district }, operator);
      expect(items.map(({ id }) => id)).toContain(student.id);
    }
    const narrow = { q: 'hs-7777', kind: 'student', state: 'invited' } as const;
    expect((await users.list(narrow, operator)).total).toBe(1);
    expect((await users.list({ ...narrow, kind: 'staff' }, operator)).total).toBe(0);
    expect((await users.list({ ...narrow, state: 'active' }, operator)).total).toBe(0);
    expect((await users.list({ ...narrow, unitId: people.sibling }, operator)).total).toBe(0);
    await people.make.grant(student.id, 'student', people.school);
    expect((await users.list({ ...narrow, role: 'student' }, operator)).total).toBe(1);
    expect((await users.list({ ...narrow, role: 'teacher' }, operator)).total).toBe(0);
  });

  test('shows nobody beyond the own scope, and nobody at all without users.read', async () => {
    const made = await create('Người Trong Tỉnh');
    const list = async (by: UserCaller) =>
      (await users.list({ q: 'nguoi trong tinh' }, by)).items.map(({ id }) => id);
    expect(await list(admin)).toContain(made.id);
    expect(await list(await people.as('unitOperator', people.sibling))).toEqual([]);
    expect(await list(await people.as('departmentAdmin', people.elsewhere))).toEqual([]);
    for (const role of ['teacher', 'student', 'parent', 'siteOperator'] as const) {
      expect(await codeOf(users.list({}, await people.as(role, people.school)))).toBe('common.notAllowed');
    }
    expect(await codeOf(users.list({}, anonymous))).toBe('common.signInNeeded');
  });

  test('is exported with what lists leave out, and the export is noted once', async () => {
    const unitId = await people.make.unit('Trường xuất danh sách', {
      parentId: people.district,
      type: 'school',
    });
    for (let i = 0; i < 3; i++) await create(`Người Số ${i}`, { unitId, phone: '0912345678' });
    const first = await users.export({ unitId, limit: 2 }, operator);
    const rest = await users.export({ unitId, limit: 2, cursor: first.nextCursor ?? '' }, operator);
    expect([...first.items, ...rest.items].map(({ phone }) => phone)).toEqual(Array(3).fill('0912345678'));
    expect(await people.audited('users.export', unitId)).toHaveLength(1);
  });
});

describe('one person in full', () => {
  test('is told with roles and names of units, classes and when the initial secret runs out', async () => {
    const made = await create('Hồ Thị Đủ', { kind: 'student' });
    await people.make.grant(made.id, 'student', people.school);
    await changes.issueSecrets({ userIds: [made.id] }, operator);
    const whole = await users.details({ userId: made.id }, operator);
    expect(whole.grants).toEqual([
      expect.objectContaining({ role: 'student', unitId: people.school, unitName: 'Trường THPT Mẫu 1' }),
    ]);
    expect(Date.parse(whole.initialSecretUntil ?? '')).toBeGreaterThan(Date.now());
    expect(whole.guardians).toEqual([]);
  });

  test('says when they last came in, also after the session is forgotten, and whether there is a second factor', async () => {
    const userId = await people.make.user('da-tung-vao', { unitId: people.school });
    await people.bed.sql(
      `INSERT INTO identity.sessions (id, user_id, started_at, expires_at)
       VALUES (gen_random_uuid(), $1, '2026-09-05T01:00:00Z', now() + interval '1 day')`,
      [userId],
    );
    await people.bed.sql('DELETE FROM identity.sessions WHERE user_id = $1', [userId]);
    const before = await users.details({ userId }, operator);
    expect(before).toMatchObject({ lastSignInAt: '2026-09-05T01:00:00.000Z', hasSecondFactor: false });
    await people.bed.sql(
      `INSERT INTO identity.totp_factors (id, user_id, sealed_secret, confirmed_at) VALUES (gen_random_uuid(), $1, '', now())`,
      [userId],
    );
    expect((await users.details({ userId }, operator)).hasSecondFactor).toBe(true);
  });

  test('is as good as not there out of scope', async () => {
    const { id: userId } = await create('Người Ẩn');
    for (const by of [
      await people.as('unitOperator', people.sibling),
      await people.as('departmentAdmin', people.elsewhere),
      await people.as('teacher', people.school),
    ]) {
      expect(await codeOf(users.details({ userId }, by))).toBe(userErrors.notFound.code);
    }
  });
});

describe('changing somebody', () => {
  test('changes what is given, empties what is null, leaves the rest, and notes the difference', async () => {
    const { id: userId, version } = await create('Vũ Văn Cũ', { phone: '0912345678', code: 'GV-22' });
    const changed = await changes.change(
      { userId, version, displayName: 'vũ văn mới', phone: null },
      operator,
    );
    expect(changed).toMatchObject({
      displayName: 'Vũ Văn Mới',
      phone: null,
      code: 'GV-22',
      version: version + 1,
    });
    expect((await users.list({ q: 'vu van moi' }, operator)).total).toBe(1);
    expect(await people.audited('users.change', userId)).toEqual([
      {
        before: { displayName: 'Vũ Văn Cũ', phone: '0912345678' },
        after: { displayName: 'Vũ Văn Mới', phone: null },
      },
    ]);
  });

  test('is done by one of two who read the same version', async () => {
    const { id: userId, version } = await create('Bùi Văn Đua');
    const codes = await Promise.all(
      ['0911111111', '0922222222'].map((phone) =>
        codeOf(changes.change({ userId, version, phone }, operator)),
      ),
    );
    expect(codes.sort()).toEqual(['done', userErrors.changedMeanwhile.code]);
  });

  test('takes over no code that somebody has', async () => {
    await create('Chủ Mã', { code: 'GV-33' });
    const { id: userId, version } = await create('Muốn Mã');
    expect(await codeOf(changes.change({ userId, version, code: 'GV-33' }, operator))).toBe(
      userErrors.codeTaken.code,
    );
  });

  test('is refused out of scope and to whoever may only read', async () => {
    const { id: userId, version } = await create('Người Yên');
    for (const by of [
      await people.as('unitOperator', people.sibling),
      await people.as('departmentAdmin', people.elsewhere),
      await people.as('secretary', people.school),
    ]) {
      expect(await codeOf(changes.change({ userId, version, phone: null }, by))).toBe(
        userErrors.notFound.code,
      );
    }
  });

  test('one’s own telephone number is one’s own affair, name and code are not', async () => {
    const teacher = await people.as('teacher', people.school);
    const { version } = await users.profile({}, teacher);
    const changed = await changes.changeProfile({ version, phone: '+84 237 385 2123' }, teacher);
    expect(changed).toMatchObject({ phone: '+84 237 385 2123', version: version + 1 });
    const name = { version: version + 1, displayName: 'Tên Khác' };
    expect(await codeOf(changes.changeProfile(name, teacher))).toBe('common.invalid');
    expect(await codeOf(users.profile({}, anonymous))).toBe('common.signInNeeded');
  });
});
