import { schoolYearAt } from '@diemcau/contracts/identity/school-year';
import type { Rest } from '@diemcau/client/rest';
import { EdgeBed } from './edge-bed.js';

let bed: EdgeBed;
let admin: Rest;
let token: string;
let unitId: string;

beforeAll(async () => {
  bed = await EdgeBed.start();
  token = await bed.as('departmentAdmin');
  admin = bed.rest(token);
  const { data } = await admin.GET('/api/v1/units', { params: { query: { type: 'school', limit: 1 } } });
  unitId = data?.items[0]?.id ?? '';
});
afterAll(() => bed.stop());

test('a student is made, put into a class, bound to a parent by a code, and seen by the parent', async () => {
  const made = await admin.POST('/api/v1/users', {
    body: {
      displayName: 'NGUYỄN THỊ MẪU',
      unitId,
      kind: 'student',
      birthDate: '2014-03-02',
      code: 'HS-REST-1',
    },
  });
  expect(made.response.status).toBe(201);
  const studentId = made.data?.id ?? '';
  const { data: group } = await admin.POST('/api/v1/classes', {
    body: { unitId, schoolYear: schoolYearAt(new Date()), name: '6A' },
  });
  const classId = group?.id ?? '';
  await admin.PUT('/api/v1/classes/{classId}/members/{studentId}', {
    params: { path: { classId, studentId } },
  });
  const { data: slips } = await admin.POST('/api/v1/classes/{classId}/guardian-codes', {
    params: { path: { classId } },
    body: {},
  });
  const code = slips?.items[0]?.code ?? '';

  const { data: consent } = await bed.rest().GET('/api/v1/guardians/consent');
  const password = 'ba con vịt qua cầu';
  const registered = await bed.rest().POST('/api/v1/guardians', {
    body: {
      code,
      birthDate: '2014-03-02',
      relation: 'mother',
      consentVersion: consent?.version ?? '',
      displayName: 'Trần Thị Mẫu',
      phone: '0912 345 678',
      userName: 'me-cua-mau',
      password,
    },
  });
  expect(registered.response.status).toBe(201);
  const { data: step } = await bed
    .rest()
    .POST('/api/v1/sessions', { body: { userName: 'me-cua-mau', password } });
  const parent = bed.rest(step?.session?.accessToken ?? null);
  const { data: children } = await parent.GET('/api/v1/me/children');
  expect(children?.items).toEqual([expect.objectContaining({ studentId, className: '6A' })]);
  await expect(parent.GET('/api/v1/users')).rejects.toMatchObject({ status: 403 });
});

test('a lost race over a person is 412, and a person of nowhere is 404', async () => {
  const { data: made } = await admin.POST('/api/v1/users', {
    body: { displayName: 'Lê Văn Đua', unitId, kind: 'staff' },
  });
  const change = (version: number) =>
    admin.PATCH('/api/v1/users/{userId}', {
      params: { path: { userId: made?.id ?? '' } },
      body: { version, phone: '0912 345 678' },
    });
  expect((await change(1)).response.status).toBe(200);
  await expect(change(1)).rejects.toMatchObject({ status: 412, code: 'users.changedMeanwhile' });
  const nowhere = { path: { userId: '00000000-0000-4000-8000-000000000000' } };
  const find = admin.GET('/api/v1/users/{userId}', { params: nowhere });
  await expect(find).rejects.toMatchObject({ status: 404, code: 'users.notFound' });
});

test('people and roster are downloaded as files', async () => {
  const headers = { authorization: `Bearer ${token}` };
  const csv = await bed.send('GET', `/api/v1/users/export.csv?unitId=${unitId}&kind=student`, { headers });
  expect([csv.status, csv.type]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="nguoi-dung.csv"');
  expect(csv.text).toContain('HS-REST-1,Nguyễn Thị Mẫu,02/03/2014');
  const xlsx = await bed.send('GET', '/api/v1/roster/export.xlsx', { headers });
  expect(xlsx.text.slice(0, 2)).toBe('PK');
  const refused = await bed.send('GET', '/api/v1/users/export.csv', {
    headers: { authorization: `Bearer ${await bed.as('teacher')}` },
  });
  expect([refused.status, refused.problem.code]).toEqual([403, 'common.notAllowed']);
});
