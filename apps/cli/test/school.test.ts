import { body } from '@diemcau/client/rest';
import { cli, done, restAs, standCli } from './cli-bed.js';

standCli(['identity', 'gateway']);

interface Named {
  readonly id: string;
}
interface List<Item> {
  readonly items: Item[];
}
const school = 'thpt-nhu-xuan-1';
const at = ['--unit', school];

test('codes for parents of a class are issued, seen, and revoked', async () => {
  await done('classes', 'create', ...at, '--year', '2026-2027', '--name', '10Z8');
  const pupil = ['people', 'create', ...at, '--kind', 'student'];
  await done(...pupil, '--name', 'Phạm Mẫu Một', '--code', 'HS-PH-1', '--born', '2010-05-13');
  const second = await done<Named>(
    ...pupil,
    '--name',
    'Phạm Mẫu Hai',
    '--code',
    'HS-PH-2',
    '--born',
    '2010-05-14',
  );
  await done('classes', 'add', `${school}/10Z8`, 'HS-PH-1', 'HS-PH-2');
  await done('classes', 'rename', `${school}/10Z8`, '--name', '10Z9');
  const of = `${school}/10Z9`;
  const codesOf = async () =>
    (await done<List<{ codeUntil: string | null }>>('parents', 'codes', of)).items.map(
      ({ codeUntil }) => codeUntil,
    );

  const { items } = await done<List<{ displayName: string; code: string }>>('parents', 'issue', of);
  expect(items.map(({ displayName }) => displayName).toSorted()).toEqual(['Phạm Mẫu Hai', 'Phạm Mẫu Một']);
  expect((await done<List<object>>('parents', 'issue', of)).items).toEqual([]);
  const again = await done<List<{ code: string }>>('parents', 'issue', of, '--students', second.id);
  expect(items.map(({ code }) => code)).not.toContain(again.items[0]?.code);
  expect(await codesOf()).not.toContain(null);
  expect((await cli(['parents', 'revoke', of])).code).toBe(2);
  expect(await done('parents', 'revoke', of, '--yes')).toEqual({ revoked: 2 });
  expect(await codesOf()).toEqual([null, null]);
});

test('a line of the roster is changed, a training put down, and its end keeps it in the history', async () => {
  const line = [
    '--name',
    'Ngô Thị Mẫu',
    '--phone',
    '0912345678',
    '--duties',
    'Phòng họp',
    '--since',
    '2026-01-01',
  ];
  const { id } = await done<Named>('roster', 'add', ...at, ...line);
  await done('roster', 'change', id, '--phone', '', '--duties', 'Phòng họp tầng 2', '--until', '2026-06-30');
  await done(
    'roster',
    'train',
    id,
    '--course',
    'Vận hành phòng họp',
    '--date',
    '2026-03-01',
    '--issuer',
    'Sở',
  );
  const rest = await restAs('departmentAdmin');
  const entry = await body(rest.GET('/api/v1/roster/{entryId}', { params: { path: { entryId: id } } }));
  expect(entry).toMatchObject({ phone: null, duties: 'Phòng họp tầng 2', until: '2026-06-30' });
  expect(entry.training).toMatchObject([{ course: 'Vận hành phòng họp', issuer: 'Sở', certificateNo: null }]);
});

test('a school goes up a year, and a second time nothing more happens', async () => {
  const { id, unitId } = await done<Named & { unitId: string }>(
    'classes',
    'create',
    ...at,
    '--year',
    '2027-2028',
    '--name',
    '10Z7',
  );
  await done('people', 'create', ...at, '--kind', 'student', '--name', 'Phạm Mẫu Ba', '--code', 'HS-PH-3');
  await done('classes', 'add', `${school}/10Z7/2027-2028`, 'HS-PH-3');
  const wish = { unitId, from: '2027-2028', to: '2028-2029', classes: [{ classId: id, name: '11Z7' }] };
  const promote = async () =>
    JSON.parse((await cli(['classes', 'promote', '-', '--json'], {}, JSON.stringify(wish))).out) as object;
  expect(await promote()).toMatchObject({ classesMade: 1, studentsPlaced: 1 });
  expect(await promote()).toMatchObject({ classesMade: 0, studentsPlaced: 0 });
  expect((await cli(['classes', 'members', `${school}/11Z7/2028-2029`])).out).toContain('Phạm Mẫu Ba');
});
