import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import { type Role } from '@diemcau/contracts/identity/roles';
import { UserErasureFacts } from '@diemcau/contracts/identity/privacy';
import { FeedsClient } from '@diemcau/contracts/meetings/feeds';
import { eventually } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { faultsOf } from './ical-check.js';
import { inDays, InvitationsBed, type Site, valuesOf } from './invitations-bed.js';
import { holding } from './meetings.js';

let bed: InvitationsBed;
let feeds: FeedsClient;
let site: Site;

beforeAll(async () => {
  bed = await InvitationsBed.start();
  feeds = bed.bed.client(FeedsClient);
});
beforeEach(async () => {
  site = await bed.site(`Như Xuân ${randomUUID().slice(0, 4)}`);
});
afterAll(() => bed.bed.stop());

const operator = (): UserCaller => holding('siteOperator', site.unitId, site.operatorId);
/** With the role in identity's books, too: a calendar is read without a sign-in. */
async function granted(role: Role, unitId: string): Promise<UserCaller & { grantId: string }> {
  const userId = await bed.person('Vũ Thị Mẫu', unitId);
  const grantId = randomUUID();
  await bed.bed.sql(
    `INSERT INTO identity.role_grants (id, user_id, role, unit_id, subtree, valid_from)
     VALUES ($1, $2, $3, $4, true, '2020-01-01')`,
    [grantId, userId, role, unitId],
  );
  return { ...holding(role, unitId, userId), grantId };
}
const read = (token: string) => feeds.read({ token }, anonymous);
const titles = async (token: string): Promise<string[]> =>
  valuesOf((await read(token)).ics, 'SUMMARY').toSorted();

test('who runs a site sees its meetings, a chair those they preside over, nobody others’', async () => {
  const other = await bed.site('Lam Sơn');
  const chairId = await bed.person('Lê Thị Chủ Trì', bed.province);
  await bed.occurrence([site, other], { title: 'Chung' });
  await bed.occurrence([other], { title: 'Của trường khác', chairId, startsAt: inDays(5) });
  await bed.occurrence([site], { title: 'Bản nháp', state: 'draft', startsAt: inDays(8) });
  const mine = await feeds.make({ name: 'Điện thoại' }, operator());
  expect(await titles(mine.token)).toEqual(['Chung']);
  const chairs = await feeds.make({ name: 'Outlook' }, holding('chair', bed.province, chairId));
  expect(await titles(chairs.token)).toEqual(['Của trường khác']);
  expect(faultsOf((await read(mine.token)).ics)).toEqual([]);
});

test('a unit’s calendar shows what it holds and what its sites take part in; only to who may read that', async () => {
  const title = `Phiên ${randomUUID().slice(0, 4)}`;
  await bed.occurrence([site], { title });
  const officer = await granted('secretary', site.unitId);
  const { feed, token } = await feeds.make({ name: 'Trường', unitId: site.unitId }, officer);
  expect(feed).toMatchObject({ kind: 'unit', unitId: site.unitId });
  expect(await titles(token)).toEqual([title]);
  const stranger = holding('secretary', (await bed.site('Hàm Rồng')).unitId);
  for (const unitId of [site.unitId, randomUUID()])
    await expect(feeds.make({ name: 'Khác', unitId }, stranger)).rejects.toThrow('feeds.unitNotFound');
  await bed.bed.sql('UPDATE identity.role_grants SET revoked_at = now() WHERE id = $1', [officer.grantId]);
  await expect(read(token)).rejects.toThrow('feeds.notFound');
});

test('a calendar is dead at once when revoked, when its maker has left, and under any other address', async () => {
  const { feed, token } = await feeds.make({ name: 'Điện thoại' }, operator());
  await expect(read(`${token}x`)).rejects.toThrow('feeds.notFound');
  await expect(read(randomUUID())).rejects.toThrow('feeds.notFound');
  const stranger = holding('siteOperator', site.unitId);
  await expect(feeds.revoke({ feedId: feed.id }, stranger)).rejects.toThrow('feeds.notFound');
  await bed.bed.sql(`UPDATE identity.users SET state = 'locked' WHERE id = $1`, [site.operatorId]);
  await expect(read(token)).rejects.toThrow('feeds.notFound');
  await bed.bed.sql(`UPDATE identity.users SET state = 'active' WHERE id = $1`, [site.operatorId]);
  await read(token);
  await feeds.revoke({ feedId: feed.id }, operator());
  await expect(read(token)).rejects.toThrow('feeds.notFound');
});

test('only the hash of an address is kept', async () => {
  const { token } = await feeds.make({ name: 'Điện thoại' }, operator());
  const [{ text } = { text: '' }] = await bed.sql<{ text: string }>(
    `SELECT string_agg(feeds::text, ' ') AS text FROM feeds`,
  );
  expect(text).not.toContain(token);
  expect((await feeds.list({}, operator())).items[0]).not.toHaveProperty('token');
});

test('the same meetings are the same text; a change is another, with a higher SEQUENCE and the cancellation told', async () => {
  const id = await bed.occurrence([site]);
  const { token } = await feeds.make({ name: 'Điện thoại' }, operator());
  await bed.tell();
  const first = await read(token);
  expect(await read(token)).toEqual(first);
  await bed.change(
    id,
    `sequence = 1, starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour'`,
  );
  const moved = await read(token);
  expect(moved.etag).not.toBe(first.etag);
  await bed.change(id, `state = 'cancelled'`);
  const cancelled = await read(token);
  expect([first, moved, cancelled].flatMap(({ ics }) => valuesOf(ics, 'SEQUENCE')).map(Number)).toEqual([
    0, 1, 2,
  ]);
  expect(valuesOf(cancelled.ics, 'STATUS')).toEqual(['CANCELLED']);
  expect(faultsOf(cancelled.ics)).toEqual([]);
});

test('90 days back, 400 days ahead, no further', async () => {
  for (const days of [-100, -80, 390, 410]) {
    await bed.occurrence([site], { title: `ngày ${days}`, startsAt: inDays(days) });
  }
  const { token } = await feeds.make({ name: 'Điện thoại' }, operator());
  expect(await titles(token)).toEqual(['ngày -80', 'ngày 390']);
});

test('a thousand meetings are the most, those nearest to now; the text stays below what a message may carry', async () => {
  await bed.sql(
    `INSERT INTO occurrences (id, unit_id, unit_path, unit_name, kind, title, state, starts_at, ends_at)
     SELECT gen_random_uuid(), $1, $2, 'Trường mẫu', 'briefing', repeat('Hội nghị trực tuyến ', 14), 'scheduled',
            now() + make_interval(hours => n * 3), now() + make_interval(hours => n * 3 + 2)
     FROM generate_series(1, 1200) AS n`,
    [site.unitId, site.path],
  );
  const officer = await granted('secretary', site.unitId);
  const { token } = await feeds.make({ name: 'Trường', unitId: site.unitId }, officer);
  const { ics } = await read(token);
  expect(valuesOf(ics, 'UID')).toHaveLength(1000);
  expect(Buffer.byteLength(ics)).toBeLessThan(3_000_000);
  expect(faultsOf(ics)).toEqual([]);
});

test('nobody has more than twenty, also when they are made at once', async () => {
  const caller = operator();
  const made = await Promise.allSettled(
    Array.from({ length: 25 }, (_, index) => feeds.make({ name: `Lịch ${index}` }, caller)),
  );
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  await expect(feeds.make({ name: 'Nữa' }, caller)).rejects.toThrow('feeds.tooMany');
  expect((await feeds.list({}, caller)).items).toHaveLength(20);
});

test('somebody who was erased has no calendar any more', async () => {
  const { token } = await feeds.make({ name: 'Điện thoại' }, operator());
  const erased = { userId: site.operatorId, provinceId: bed.province, at: new Date().toISOString() };
  await bed.bed.tell(UserErasureFacts.erased, erased);
  await eventually(
    () =>
      read(token).then(
        () => 'readable',
        (error: unknown) => String(error),
      ),
    (said) => said.includes('feeds.notFound'),
  );
  expect((await feeds.list({}, operator())).items).toEqual([]);
});
