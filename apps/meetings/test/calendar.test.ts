import { CalendarClient, calendarErrors } from '@diemcau/contracts/meetings/calendar';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { holding, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let calendar: CalendarClient;
let province: string;
let school: string;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  calendar = bed.client(CalendarClient);
});
afterAll(() => bed.stop());
beforeEach(async () => {
  province = await make.unit('Sở mẫu');
  school = await make.unit('Trường mẫu', province);
});

const admin = () => holding('departmentAdmin', province);
const swapped = {
  day: '2028-02-05',
  kind: 'working' as const,
  nameVi: 'ngày làm bù',
  nameEn: 'a day worked in exchange',
  decisionNumber: '123/TB-SNV',
  decisionDate: '2027-11-15',
};
const names = async (year: number, caller = admin()) =>
  (await calendar.year({ year }, caller)).days.map(({ day, nameVi }) => `${day} ${nameVi}`);

test('a year nobody has taken over shows the holidays of the law, with lunar Tết (HB-7.1)', async () => {
  const year = await calendar.year({ year: 2028 }, holding('teacher', school));
  expect(year).toMatchObject({ provinceId: province, taken: false, changeable: false });
  expect(
    year.days.filter(({ day }) => day < '2028-03-01').map(({ day, nameVi }) => `${day} ${nameVi}`),
  ).toEqual([
    '2028-01-01 Tết Dương lịch',
    '2028-01-03 ngày nghỉ bù Tết Dương lịch',
    '2028-01-25 ngày cận Tết Nguyên đán',
    '2028-01-26 mùng 1 Tết Nguyên đán',
    '2028-01-27 mùng 2 Tết Nguyên đán',
    '2028-01-28 mùng 3 Tết Nguyên đán',
    '2028-01-29 mùng 4 Tết Nguyên đán',
    '2028-01-31 ngày nghỉ bù mùng 4 Tết Nguyên đán',
  ]);
});

test('taking a year over twice, or by ten at once, writes its days down once', async () => {
  const taken = await Promise.all(Array.from({ length: 10 }, () => calendar.take({ year: 2028 }, admin())));
  expect(new Set(taken.map(({ days }) => days.length)).size).toBe(1);
  const rows = await bed.sql('SELECT FROM meetings.calendar_days WHERE province_id = $1', [province]);
  expect(rows).toHaveLength(taken[0]?.days.length ?? 0);
  expect(taken[0]).toMatchObject({ taken: true, changeable: true });
});

test('a day that is added cites its decision and takes the year over with it', async () => {
  const added = await calendar.add(swapped, admin());
  expect(added).toMatchObject({ ...swapped, source: 'decision', version: 1 });
  const year = await calendar.year({ year: 2028 }, admin());
  expect(year.taken).toBe(true);
  expect(year.days.map(({ day }) => day)).toContain('2028-01-26');
  await expect(calendar.add(swapped, admin())).rejects.toThrow(calendarErrors.dayTaken.code);
});

test('a day of the law is changed only by a decision; the loser of a race is told to reload', async () => {
  const { days } = await calendar.take({ year: 2028 }, admin());
  const dayId = days.find(({ day }) => day === '2028-01-25')?.id ?? '';
  const bare = calendar.change({ dayId, version: 1, kind: 'working' }, admin());
  await expect(bare).rejects.toThrow('common.invalid');
  const change = (nameVi: string) =>
    calendar.change(
      { dayId, version: 1, kind: 'working', nameVi, decisionNumber: '1/QĐ', decisionDate: '2027-12-01' },
      admin(),
    );
  const results = await Promise.allSettled(['ngày làm việc', 'ngày hoán đổi'].map(change));
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { kind: { code: calendarErrors.changedMeanwhile.code, status: 412 } },
  });
});

test('a day that is removed is as its weekday says', async () => {
  const { days } = await calendar.take({ year: 2028 }, admin());
  const dayId = days.find(({ day }) => day === '2028-01-25')?.id ?? '';
  await calendar.remove({ dayId }, admin());
  expect(await names(2028)).not.toContain('2028-01-25 ngày cận Tết Nguyên đán');
  await expect(calendar.remove({ dayId }, admin())).rejects.toThrow(calendarErrors.notFound.code);
});

test('is changed at the province only, and one province does not see the other', async () => {
  for (const caller of [holding('departmentAdmin', school), holding('secretary', province)]) {
    await expect(calendar.add(swapped, caller)).rejects.toThrow('common.notAllowed');
  }
  const abroad = await make.unit('Sở tỉnh khác');
  const other = holding('departmentAdmin', abroad);
  await expect(calendar.year({ year: 2028, provinceId: province }, other)).rejects.toThrow('common.notFound');
  const { id } = await calendar.add(swapped, admin());
  await expect(calendar.remove({ dayId: id ?? '' }, other)).rejects.toThrow(calendarErrors.notFound.code);
  await expect(calendar.remove({ dayId: randomUUID() }, admin())).rejects.toThrow(
    calendarErrors.notFound.code,
  );
  expect(await names(2028, other)).not.toContain('2028-02-05 ngày làm bù');
});
