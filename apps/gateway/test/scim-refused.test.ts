import { body } from '@diemcau/client/rest';
import { until } from './until.js';
import {
  entraPatch,
  user,
  person,
  bed,
  school,
  sibling,
  above,
  keyOf,
  scim,
  search,
  patch,
  people,
  newPerson,
  standScim,
  withKey,
} from './scim-bed.js';

standScim();

test('a key sees and touches nobody outside of its units', async () => {
  const outside = await withKey(above, () => newPerson({ [person]: { unitCode: sibling.code } }));
  expect((await search(`id eq "${outside.id}"`)).json.totalResults).toBe(0);
  for (const [method, content] of [
    ['GET', undefined],
    ['PUT', { displayName: 'Khác' }],
    ['PATCH', { schemas: [entraPatch], Operations: [{ op: 'replace', value: { active: false } }] }],
    ['DELETE', undefined],
  ] as const) {
    expect([method, (await scim(method, `Users/${outside.id}`, content)).status]).toEqual([method, 404]);
  }
  const abroad = { schemas: [user], userName: 'x@truong.example', [person]: { unitCode: sibling.code } };
  expect((await scim('POST', 'Users', abroad)).json.scimType).toBe('invalidValue');
  const mine = await newPerson();
  const moved = await patch(`Users/${mine.id}`, {
    op: 'add',
    path: `${person}:unitCode`,
    value: sibling.code,
  });
  expect(moved.status).toBe(400);
});

test('a directory does not touch those who hold more than its key (I4)', async () => {
  const { id } = await body(bed.rest(await bed.as('departmentAdmin')).GET('/api/v1/me'));
  await withKey(above, async () => {
    const off = await patch(`Users/${id}`, { op: 'replace', value: { active: false } });
    const mail = await patch(`Users/${id}`, { op: 'add', path: 'emails', value: [{ value: 'a@b.example' }] });
    expect([off.status, mail.status]).toEqual([403, 403]);
  });
});

test('a filter that comes twice is refused: without one the answer would be everybody', async () => {
  const filter = `filter=${encodeURIComponent('userName eq "a"')}`;
  const { status, json } = await scim('GET', `Users?${filter}&${filter}`);
  expect([status, json.status]).toEqual([400, '400']);
});

test('somebody who is disabled is out at once', async () => {
  const { id, userName } = await newPerson();
  await patch(`Users/${id}`, { op: 'replace', value: { active: false } });
  await until(
    async () => (await search(`userName eq "${userName}" and active eq false`)).json.totalResults === 1,
  );
});

test.each([
  [
    'a name that is taken',
    'POST',
    'Users',
    { schemas: [user], userName: 'nguoi-1@truong.example' },
    409,
    'uniqueness',
  ],
  ['no name', 'POST', 'Users', { schemas: [user] }, 400, 'invalidValue'],
  ['a name that is none', 'POST', 'Users', { userName: 'a b c' }, 400, 'invalidValue'],
  ['a filter that is none', 'GET', 'Users?filter=userName', undefined, 400, 'invalidFilter'],
  [
    'an attribute that cannot be searched',
    'GET',
    'Users?filter=password%20eq%20%22a%22',
    undefined,
    400,
    'invalidFilter',
  ],
  ['an id that is none', 'GET', 'Users/khong-co', undefined, 404, undefined],
  ['no such resource', 'GET', 'Devices', undefined, 404, undefined],
  ['no operations', 'PATCH', 'Users/00000000-0000-4000-8000-000000000000', {}, 404, undefined],
] as const)('%s is told as RFC 7644 has it', async (_, method, path, content, status, scimType) => {
  if (people === 0) await newPerson();
  const answer = await scim(method, path, content);
  expect([answer.status, answer.json.scimType, answer.json.status]).toEqual([
    status,
    scimType,
    String(status),
  ]);
  expect(answer.type).toBe('application/scim+json; charset=utf-8');
});

test.each<[string, () => Promise<string>, number]>([
  ['nobody', async () => '', 401],
  ['a person, the administrator included', async () => `Bearer ${await bed.as('departmentAdmin')}`, 403],
  ['a key without the permission', async () => `Bearer ${await keyOf(school.id, 'units.read')}`, 403],
])('%s is turned away', async (_, authorization, status) => {
  const answer = await scim('GET', 'Users', undefined, { authorization: await authorization() });
  expect([answer.status, answer.json.status]).toEqual([status, String(status)]);
});
