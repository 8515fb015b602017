import { body } from '@diemcau/client/rest';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountOf, cli, dir, done, login, restAs, standCli, unitCode } from './cli-bed.js';

standCli(['identity', 'meetings', 'gateway']);

interface Named {
  readonly id: string;
  readonly userName: string;
}
interface List<Item> {
  readonly items: Item[];
}
const school = 'thpt-nhu-xuan-1';
const newPerson = (name: string, ...more: string[]) =>
  done<Named>('people', 'create', '--name', name, '--unit', school, '--kind', 'staff', ...more);
const detailsOf = async (userId: string) => {
  const rest = await restAs('departmentAdmin');
  return body(rest.GET('/api/v1/users/{userId}', { params: { path: { userId } } }));
};

test('somebody comes, changes, moves, leaves and comes back', async () => {
  const { id, userName } = await newPerson('Lê Thị Mẫu', '--code', 'GV-CLI-1', '--phone', '0912345678');
  await done('people', 'change', userName, '--name', 'Lê Thị Mẫu Mới', '--phone', '');
  expect(await detailsOf(id)).toMatchObject({ displayName: 'Lê Thị Mẫu Mới', code: 'GV-CLI-1', phone: null });
  await done('people', 'move', 'gv-cli-1', '--unit', unitCode);
  expect((await detailsOf(id)).unitName).not.toBe('');
  await done('people', 'disable', id, '--reason', 'Nghỉ hưu');
  expect((await detailsOf(id)).state).toBe('disabled');
  await done('people', 'reinstate', id, '--reason', 'Hợp đồng lại');
  expect((await detailsOf(id)).state).not.toBe('disabled');
  const { secret } = await done<{ secret: string }>('people', 'reset', id, '--yes');
  expect(secret).not.toBe('');
  expect((await done<List<object>>('people', 'factors', id)).items).toEqual([]);
  const file = join(dir, 'can-bo.csv');
  expect((await cli(['people', 'export', '-o', file, '-q', 'Lê Thị Mẫu Mới'])).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('GV-CLI-1');
});

test('what cannot be taken back is not done without --yes', async () => {
  const { id } = await newPerson('Trần Văn Mẫu');
  const { code, err } = await cli(['people', 'reset', id]);
  expect([code, err]).toEqual([2, expect.stringContaining('--yes')]);
});

test('a unit is founded, its event is listed, and its history and figures are there', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const founding = ['--parent', unitCode, '--type', 'school', '--name', 'THPT Mẫu CLI', '--code', 'thpt-cli'];
  await done(
    'units',
    'create',
    ...founding,
    '--from',
    today,
    '--decision',
    '12/QĐ-SGDĐT',
    '--decided',
    today,
  );
  const rest = await restAs('departmentAdmin');
  const found = await body(rest.GET('/api/v1/units', { params: { query: { q: 'thpt-cli' } } }));
  expect(found.items).toMatchObject([{ name: 'THPT Mẫu CLI' }]);
  expect((await cli(['units', 'history', 'thpt-cli'])).out).toContain('THPT Mẫu CLI');
  expect((await cli(['units', 'events', '--kind', 'found', '--csv'])).out).toContain('12/QĐ-SGDĐT');
  expect((await cli(['units', 'report', unitCode, '--on', today])).out).toMatch(/school: units +\d+ +\d+/);
});

test('a type of units, and a role, are made, changed, and the role is deleted', async () => {
  const rest = await restAs('departmentAdmin');
  const kind = ['--province', unitCode, '--vi', 'Cụm trường', '--en', 'Cluster', '--under', 'department'];
  const { key: type } = await done<{ key: string }>('unit-types', 'create', ...kind);
  await done('unit-types', 'change', type, '--vi', 'Cụm chuyên môn');
  const types = await body(rest.GET('/api/v1/unit-types'));
  expect(types.items.find(({ key }) => key === type)?.nameVi).toBe('Cụm chuyên môn');

  const names = ['--vi', 'Người xem', '--en', 'Reader', '--permissions', 'units.read,users.read'];
  const { key } = await done<{ key: string }>('roles', 'define', ...names);
  await done('roles', 'change', key, '--permissions', 'units.read');
  const role = async () => (await body(rest.GET('/api/v1/roles'))).items.find((one) => one.key === key);
  expect(await role()).toMatchObject({ nameVi: 'Người xem', permissions: ['units.read'] });
  await done('roles', 'delete', key, '--yes');
  expect(await role()).toBeUndefined();
});

test("somebody's sessions are seen and ended", async () => {
  await restAs('teacher');
  const { userName } = accountOf('teacher');
  const { items } = await done<List<Named>>('sessions', 'list', userName);
  expect(items.length).toBeGreaterThan(0);
  expect(await done('sessions', 'end', userName, '--yes')).toEqual({ ended: items.length });
  expect((await done<List<Named>>('sessions', 'list', userName)).items).toEqual([]);
});

test('settings are shown and set, one inside another too', async () => {
  await done('settings', 'set', 'sessionDays=14', 'retentionDays.mails=20', 'language=vi');
  const settings = await body((await restAs('departmentAdmin')).GET('/api/v1/settings'));
  expect(settings).toMatchObject({ sessionDays: 14, language: 'vi', retentionDays: { mails: 20 } });
  expect((await cli(['settings', 'show'])).out).toMatch(/retentionDays\.mails +20/);
  const wrong = await cli(['settings', 'set', 'sessionDays=0']);
  expect([wrong.code, wrong.err]).toEqual([7, expect.stringContaining('sessionDays')]);
});

test('a class is made and filled', async () => {
  const rest = await restAs('departmentAdmin');
  const at = ['--unit', school];
  const { id } = await done<Named>('classes', 'create', ...at, '--year', '2026-2027', '--name', '10Z9');
  const pupil = ['--name', 'Phạm Mẫu', ...at, '--kind', 'student', '--code', 'HS-CLI-1'];
  await done('people', 'create', ...pupil);
  await done('classes', 'add', `${school}/10z9`, 'HS-CLI-1');
  const { items } = await body(rest.GET('/api/v1/users', { params: { query: { classId: id } } }));
  expect(items.map(({ code }) => code)).toEqual(['HS-CLI-1']);
  expect((await cli(['classes', 'members', id])).out).toContain('Phạm Mẫu');
});

test('the roster is kept and exported', async () => {
  const line = [
    '--unit',
    school,
    '--name',
    'Ngô Văn Mẫu',
    '--duties',
    'Phòng họp tầng 2',
    '--since',
    '2026-09-01',
  ];
  const { id } = await done<Named>('roster', 'add', ...line);
  const rest = await restAs('departmentAdmin');
  const read = () => rest.GET('/api/v1/roster/{entryId}', { params: { path: { entryId: id } } });
  expect((await body(read())).name).toBe('Ngô Văn Mẫu');
  const file = join(dir, 'phu-trach.csv');
  expect((await cli(['roster', 'export', '-o', file])).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('Ngô Văn Mẫu');
  await done('roster', 'delete', id, '--yes');
  await expect(read()).rejects.toMatchObject({ status: 404 });
});

test('a webhook is made, pinged, paused, resumed and deleted', async () => {
  const wish = ['--unit', unitCode, '--url', 'https://smas.example/tin', '--events', 'users.changed'];
  const { webhook } = await done<{ webhook: Named }>('webhooks', 'create', 'SMAS', ...wish);
  const rest = await restAs('departmentAdmin');
  const read = () =>
    rest.GET('/api/v1/webhooks/{webhookId}', { params: { path: { webhookId: webhook.id } } });
  await done('webhooks', 'pause', 'smas');
  expect((await body(read())).state).toBe('paused');
  await done('webhooks', 'resume', webhook.id);
  const { id } = await done<Named>('webhooks', 'ping', 'SMAS');
  expect((await done<List<Named>>('webhooks', 'deliveries', 'SMAS')).items.map((one) => one.id)).toContain(
    id,
  );
  await done('webhooks', 'delete', 'SMAS', '--yes');
  await expect(read()).rejects.toMatchObject({ status: 404 });
});

test('a provider to sign in with comes from a file, so that its secret is typed nowhere', async () => {
  const file = join(dir, 'google.json');
  const provider = { issuer: 'https://accounts.google.com', clientId: 'diem-cau', clientSecret: 'rất kín' };
  const names = { nameVi: 'Google của trường', nameEn: 'School Google', linking: 'explicit', enabled: false };
  writeFileSync(file, JSON.stringify({ ...provider, ...names }));
  const { id } = await done<Named>('oidc', 'add', file);
  const change = await cli(['oidc', 'change', id, '-'], {}, JSON.stringify({ nameVi: 'Google' }));
  expect(change.code).toBe(0);
  const { items } = await body((await restAs('departmentAdmin')).GET('/api/v1/oidc-providers'));
  expect(items.find((one) => one.id === id)?.nameVi).toBe('Google');
  await done('oidc', 'delete', id, '--yes');
});

test("a person's data is gathered, and erasure asked for and withdrawn", async () => {
  expect((await done<List<object>>('privacy', 'registry')).items.length).toBeGreaterThan(10);
  const { id, userName } = await newPerson('Đỗ Thị Mẫu');
  const archive = await done<Named>('privacy', 'archive', userName);
  const reason = ['--reason', 'Theo đơn của người ấy'];
  expect((await cli(['privacy', 'erase', id, '--confirm', 'ai-do', ...reason])).code).not.toBe(0);
  const erasure = await done<Named>('privacy', 'erase', id, '--confirm', userName, ...reason);
  await done('privacy', 'withdraw', erasure.id);
  const rest = await restAs('departmentAdmin');
  const { items } = await body(rest.GET('/api/v1/privacy/requests', { params: { query: { userId: id } } }));
  expect(items.map((one) => one.id).toSorted()).toEqual([archive.id, erasure.id].toSorted());
  expect((await cli(['privacy', 'show', erasure.id])).out).toContain('withdrawn');
});

test('the outbox of mail is read', async () => {
  expect((await cli(['mails', 'list'])).code).toBe(0);
});

test('a role is lent for a time', async () => {
  const { userName } = accountOf('director');
  const { items } = await done<List<Named>>('grants', 'list', '--person', accountOf('chair').userName);
  await login('chair');
  const dates = ['--from', '0d', '--to', '7d'];
  const lent = await cli(['grants', 'lend', userName, '--grants', items[0]?.id ?? '', ...dates, '--json']);
  const own = await done<List<Named>>('grants', 'list', '--lent', '--state', 'all');
  await login('departmentAdmin');
  expect([lent.code, lent.err]).toEqual([0, '']);
  expect(own.items).toMatchObject([{ userName }]);
  const { items: held } = await done<List<object>>('grants', 'list', '--person', userName, '--state', 'all');
  expect(held).toContainEqual(expect.objectContaining({ delegatedFrom: items[0]?.id }));
});

describe('api', () => {
  test('calls any route, with a body, parameters, and every page', async () => {
    const { out } = await cli([
      'api',
      'get',
      'users',
      '--query',
      'kind=staff',
      '--all-pages',
      '--fields',
      'userName,id',
      '--csv',
    ]);
    expect(out.split('\r\n')[0]).toBe('userName,id');
    const all = await done<List<Named>>('api', 'GET', 'users', '--query', 'kind=staff', '--all-pages');
    expect(out.trim().split('\r\n').length).toBe(all.items.length + 1);
    const made = await cli(
      ['api', 'POST', '/api/v1/roles', '--body', '-', '--json'],
      {},
      JSON.stringify({ nameVi: 'Thử', nameEn: 'Trial', permissions: ['units.read'] }),
    );
    expect(JSON.parse(made.out)).toMatchObject({ nameVi: 'Thử' });
  });

  test('sends and saves files, and headers as they are given', async () => {
    const sheet = join(dir, 'goi-thang.csv');
    writeFileSync(sheet, 'Mã cán bộ;Họ và tên;Mã đơn vị\n');
    const query = ['--query', 'kind=staff', '--query', 'fileName=goi-thang.csv'];
    expect(await done('api', 'POST', 'imports', ...query, '--upload', sheet)).toMatchObject({
      kind: 'staff',
    });
    const saved = join(dir, 'nguoi.csv');
    expect((await cli(['api', 'GET', 'users/export.csv', '-o', saved])).code).toBe(0);
    expect(readFileSync(saved, 'utf8')).toContain('giao-vien');

    const { id } = await newPerson('Vũ Thị Mẫu');
    const change = (tag: string, displayName: string) =>
      cli(
        ['api', 'PATCH', `users/${id}`, '--body', '-', '--header', `If-Match=${tag}`],
        {},
        JSON.stringify({ displayName }),
      );
    expect((await change('"1"', 'Vũ Thị Mẫu Hai')).code).toBe(0);
    expect((await change('"1"', 'Vũ Thị Mẫu Ba')).code).toBe(6);
    expect((await detailsOf(id)).displayName).toBe('Vũ Thị Mẫu Hai');
  });

  test('ends as the other commands do, with the problem', async () => {
    const refused = await cli(['api', 'POST', 'roles', '--body', '-'], {}, '{}');
    expect([refused.code, refused.err]).toEqual([7, expect.stringContaining('nameVi')]);
    expect((await cli(['api', 'GET', 'khong-co'])).code).toBe(5);
    expect((await cli(['api', 'FETCH', 'units'])).code).toBe(2);
    expect((await cli(['api', 'GET', 'units', '--query', 'x'])).code).toBe(2);
  });
});
