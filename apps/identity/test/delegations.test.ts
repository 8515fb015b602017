import { grantErrors } from '@diemcau/contracts/identity/grants';
import { userErrors, UserChangesClient } from '@diemcau/contracts/identity/users';
import { randomUUID } from 'node:crypto';
import { userCaller } from './identity.js';
import { RightsService } from '../src/grants/rights.service.js';
import {
  bed,
  grants,
  province,
  district,
  foreign,
  someone,
  holding,
  codeOf,
  standGrants,
} from './grants-bed.js';

standGrants();

describe('delegation while absent', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

  test('lends a role for its days; it ends with the lender’s own', async () => {
    const admin = await holding('departmentAdmin', province);
    const chair = await holding('chair', district);
    const [own] = (await grants.list({ userId: chair.userId }, chair)).items;
    const userId = await someone(district);
    const period = { validFrom: inDays(-1), validTo: inDays(7) };
    const { items } = await grants.delegate({ grantIds: [own?.id ?? ''], userId, ...period }, chair);
    expect(items).toMatchObject([
      { userId, role: 'chair', unitId: district, delegatedFrom: own?.id, ...period },
    ]);

    await grants.revoke({ grantId: own?.id ?? '' }, admin);
    expect((await grants.list({ userId }, admin)).items).toEqual([]);
  });

  test('can be taken back by the lender', async () => {
    const chair = await holding('chair', district);
    const [own] = (await grants.list({ userId: chair.userId }, chair)).items;
    const userId = await someone(district);
    const period = { validFrom: inDays(0), validTo: inDays(7) };
    const { items } = await grants.delegate({ grantIds: [own?.id ?? ''], userId, ...period }, chair);
    await grants.revoke({ grantId: items[0]?.id ?? '' }, chair);
    expect((await grants.list({ userId }, userCaller(userId, randomUUID()))).items).toEqual([]);
  });

  test('rests while the lender is locked, and goes on afterwards', async () => {
    const admin = await holding('departmentAdmin', province);
    const chair = await holding('chair', district);
    const [own] = (await grants.list({ userId: chair.userId }, chair)).items;
    const userId = await someone(district);
    const period = { validFrom: inDays(-1), validTo: inDays(7) };
    await grants.delegate({ grantIds: [own?.id ?? ''], userId, ...period }, chair);
    const rights = bed.part(RightsService);
    const users = bed.client(UserChangesClient);
    const versionOf = async () =>
      (
        await bed.sql<{ v: number }>('SELECT rights_version AS v FROM identity.users WHERE id = $1', [userId])
      )[0]?.v ?? 0;
    expect((await rights.of(userId)).views).toHaveLength(1);
    const before = await versionOf();
    await users.lock({ userId: chair.userId, reason: 'Lộ mật khẩu' }, admin);
    expect((await rights.of(userId)).views).toEqual([]);
    expect(await versionOf()).toBeGreaterThan(before);
    await users.unlock({ userId: chair.userId, reason: 'Đã đổi' }, admin);
    expect((await rights.of(userId)).views).toHaveLength(1);
  });

  test('gives its holder nothing to hand on for longer than it lasts (I4)', async () => {
    const admin = await holding('departmentAdmin', province);
    const [own] = (await grants.list({ userId: admin.userId }, admin)).items;
    const deputy = await someone(province);
    const end = inDays(7);
    await grants.delegate(
      { grantIds: [own?.id ?? ''], userId: deputy, validFrom: inDays(-1), validTo: end },
      admin,
    );
    const caller = userCaller(deputy, randomUUID(), [
      { role: 'departmentAdmin', unitId: province, subtree: true },
    ]);
    const wanted = { userId: deputy, role: 'departmentAdmin', unitId: province, subtree: true } as const;
    for (const validTo of [undefined, inDays(8)]) {
      const given = grants.give({ ...wanted, ...(validTo !== undefined && { validTo }) }, caller);
      expect(await codeOf(given)).toBe(grantErrors.beyond.code);
    }
    const other = { ...wanted, userId: await someone(province), validTo: end };
    expect(await codeOf(grants.give(other, caller))).toBe('done');
  });

  test('is seen by the lender, who may see no other grants', async () => {
    const chair = await holding('chair', district);
    const [own] = (await grants.list({ userId: chair.userId }, chair)).items;
    const userId = await someone(district);
    const period = { validFrom: inDays(1), validTo: inDays(7) };
    const { items } = await grants.delegate({ grantIds: [own?.id ?? ''], userId, ...period }, chair);
    expect((await grants.list({ lent: true, state: 'all' }, chair)).items).toEqual(items);
    const other = await holding('chair', district);
    expect((await grants.list({ lent: true, state: 'all' }, other)).items).toEqual([]);
  });

  test('goes neither further, nor to another province, nor to oneself, nor for longer than a quarter', async () => {
    const chair = await holding('chair', district);
    const [own] = (await grants.list({ userId: chair.userId }, chair)).items;
    const grantIds = [own?.id ?? ''];
    const receiver = await someone(district);
    const week = { validFrom: inDays(-1), validTo: inDays(7) };
    const { items } = await grants.delegate({ grantIds, userId: receiver, ...week }, chair);
    const lent = { grantIds: items.map(({ id }) => id), userId: await someone(district), ...week };
    expect(await codeOf(grants.delegate(lent, userCaller(receiver, randomUUID())))).toBe(
      grantErrors.notOwn.code,
    );
    for (const userId of [await someone(foreign), chair.userId]) {
      expect(await codeOf(grants.delegate({ grantIds, userId, ...week }, chair))).toBe(
        userErrors.notFound.code,
      );
    }
    const long = { grantIds, userId: receiver, validFrom: inDays(0), validTo: inDays(100) };
    expect(await codeOf(grants.delegate(long, chair))).toBe(grantErrors.dates.code);
  });
});
