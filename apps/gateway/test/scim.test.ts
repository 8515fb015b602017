import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  user,
  enterprise,
  person,
  group,
  school,
  scim,
  search,
  patch,
  newPerson,
  standScim,
  above,
  withKey,
} from './scim-bed.js';

standScim();

/** What docs/api/openapi.json says of SCIM, as whoever configures a directory reads it. */
describe('the OpenAPI document', () => {
  const { paths } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../docs/api/openapi.json'), 'utf8'),
  ) as { paths: Record<string, Record<string, Documented>> };
  const routes = Object.entries(paths)
    .filter(([path]) => path.startsWith('/scim/v2/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, said]) => ({
        path: path.slice('/scim/v2/'.length),
        method,
        said,
      })),
    );
  const media = 'application/scim+json';
  const exampleOf = (method: string, path: string): Record<string, unknown> =>
    paths[`/scim/v2/${path}`]?.[method]?.requestBody?.content[media]?.example ?? {};

  test('has every route, and no other', async () => {
    expect(routes).toHaveLength(17);
    for (const { path, method, said } of routes) {
      const known = path.startsWith('Schemas') ? user : 'User';
      const at = said.security.length === 0 ? path.replace('{id}', known) : path.replace('{id}', 'x');
      const { status } = await scim(method.toUpperCase(), at, undefined, { authorization: '' });
      expect([method, path, status]).toEqual([method, path, said.security.length === 0 ? 200 : 401]);
    }
    for (const [method, path] of [
      ['PUT', 'Users'],
      ['POST', 'Bulk'],
      ['GET', 'Me'],
    ] as const) {
      expect((await scim(method, path)).status).toBe(404);
    }
  });

  test('has examples that are taken, and answers that are given', () =>
    withKey(above, async () => {
      const someone = exampleOf('post', 'Users');
      const made = await scim('POST', 'Users', someone);
      expect([made.status, made.json]).toEqual([201, expect.objectContaining(someone)]);
      const answer = paths['/scim/v2/Users']?.['post']?.responses['201']?.content?.[media]?.example ?? {};
      expect(Object.keys(made.json).toSorted()).toEqual(Object.keys(answer).toSorted());
      const path = `Users/${made.json.id}`;
      expect((await scim('PUT', path, exampleOf('put', 'Users/{id}'))).status).toBe(200);
      const filter = paths['/scim/v2/Users']?.['get']?.parameters?.[0]?.example ?? '';
      expect((await search(filter)).json.totalResults).toBe(1);
      const changed = await scim('PATCH', path, exampleOf('patch', 'Users/{id}'));
      expect([changed.status, changed.json.active]).toEqual([200, false]);

      const { id } = await newPerson({ userType: 'student', [person]: { unitCode: 'thpt-nhu-xuan-1' } });
      const members = [{ value: id }];
      const group10 = await scim('POST', 'Groups', { ...exampleOf('post', 'Groups'), members });
      expect([group10.status, group10.json.displayName]).toEqual([201, '10A1']);
      const inClass = `Groups/${group10.json.id}`;
      const { Operations: operations } = exampleOf('patch', 'Groups/{id}') as { Operations: object[] };
      const added = operations.map((one) => ({ ...one, value: members }));
      expect((await patch(inClass, ...added)).json.members.map(({ value }) => value)).toEqual([id]);
      expect((await scim('DELETE', inClass)).status).toBe(204);
    }));
});
interface Documented {
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly example?: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly example: Record<string, unknown> }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly example: object }> }>;
}

describe('discovery', () => {
  test.each(['ServiceProviderConfig', 'ResourceTypes', 'Schemas', `Schemas/${user}`, 'ResourceTypes/User'])(
    '%s tells what there is',
    async (path) => {
      const { status, type, text } = await scim('GET', path, undefined, { authorization: '' });
      expect([status, type]).toEqual([200, 'application/scim+json; charset=utf-8']);
      expect(text).toContain('/scim/v2/');
    },
  );
});

/** As Microsoft documents it for its provisioning service. */
test('Entra ID finds, makes, changes, disables and deletes somebody', async () => {
  const userName = 'mau.entra@truong.example';
  const before = await search(`userName eq "${userName}"`);
  expect([before.status, before.json.totalResults, before.json.Resources]).toEqual([200, 0, []]);

  const made = await scim('POST', 'Users', {
    schemas: [user, enterprise],
    externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
    userName,
    active: true,
    addresses: null,
    displayName: 'Nguyễn Văn Mẫu',
    emails: [{ type: 'work', value: userName, primary: true }],
    meta: { resourceType: 'User' },
    name: { formatted: 'Mẫu Nguyễn Văn', familyName: 'Nguyễn Văn', givenName: 'Mẫu' },
    roles: [],
    [enterprise]: { employeeNumber: 'GV-ENTRA-1' },
  });
  const { id } = made.json;
  expect(made.status).toBe(201);
  expect(made.headers.get('location')).toBe(made.json.meta.location);
  expect(made.json).toMatchObject({
    userName,
    displayName: 'Nguyễn Văn Mẫu',
    active: true,
    externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
    [person]: { code: 'GV-ENTRA-1', unitCode: school.code },
  });
  expect((await search(`userName eq "${userName.toUpperCase()}"`)).json.Resources[0]?.id).toBe(id);
  expect((await search(`externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"`)).json.totalResults).toBe(1);

  const changed = await patch(
    `Users/${id}`,
    { op: 'Replace', path: 'emails[type eq "work"].value', value: 'moi@truong.example' },
    { op: 'Replace', path: 'name.familyName', value: 'Trần Văn' },
    { op: 'Add', path: `${enterprise}:employeeNumber`, value: 'GV-ENTRA-2' },
  );
  expect(changed.status).toBe(200);
  expect(changed.json).toMatchObject({
    displayName: 'Trần Văn Mẫu',
    emails: [{ value: 'moi@truong.example' }],
    [enterprise]: { employeeNumber: 'GV-ENTRA-2' },
  });

  const off = await patch(`Users/${id}`, { op: 'Replace', path: 'active', value: 'False' });
  expect([off.status, off.json.active]).toEqual([200, false]);
  const on = await patch(`Users/${id}`, { op: 'Replace', path: 'active', value: 'True' });
  expect(on.json.active).toBe(true);

  expect((await scim('DELETE', `Users/${id}`)).status).toBe(204);
  const gone = await scim('GET', `Users/${id}`);
  expect([gone.status, gone.json.status, gone.type]).toEqual([
    404,
    '404',
    'application/scim+json; charset=utf-8',
  ]);
  expect((await search(`userName eq "${userName}"`)).json.totalResults).toBe(0);

  const back = await scim('POST', 'Users', { schemas: [user], userName, displayName: 'Trần Văn Mẫu' });
  expect([back.status, back.json.id, back.json.active]).toEqual([201, id, true]);
});

/** As Okta documents it for its provisioning. */
test('Okta finds, makes, replaces and deactivates somebody', async () => {
  const userName = 'mau.okta@truong.example';
  const query = new URLSearchParams({ filter: `userName eq "${userName}"`, startIndex: '1', count: '100' });
  expect((await scim('GET', `Users?${query}`)).json.totalResults).toBe(0);
  const wanted = {
    schemas: [user],
    userName,
    name: { givenName: 'Mẫu', familyName: 'Lê Thị' },
    emails: [{ primary: true, value: userName, type: 'work' }],
    displayName: 'Lê Thị Mẫu',
    locale: 'vi-VN',
    externalId: '00ujl29u0le5T6Aj10h7',
    groups: [],
    password: '1mz050nq',
    active: true,
  };
  const { status, json } = await scim('POST', 'Users', wanted);
  expect(status).toBe(201);
  expect(JSON.stringify(json)).not.toContain('1mz050nq');
  const read = await scim('GET', `Users/${json.id}`);
  const again = await scim('PUT', `Users/${json.id}`, { ...read.json, displayName: 'Lê Thị Mẫu Mới' });
  expect([again.status, again.json.displayName]).toEqual([200, 'Lê Thị Mẫu Mới']);
  const same = await scim('PUT', `Users/${json.id}`, again.json);
  expect(same.json.meta.version).toBe(again.json.meta.version);
  const off = await patch(`Users/${json.id}`, { op: 'replace', value: { active: false } });
  expect([off.status, off.json.active]).toEqual([200, false]);
});

test('classes come, are renamed, filled and emptied, and go', async () => {
  const [one, two] = [await newPerson({ userType: 'student' }), await newPerson({ userType: 'student' })];
  const made = await scim('POST', 'Groups', {
    schemas: [group],
    displayName: '9A',
    externalId: 'lop-9a',
    members: [{ value: one.id, display: one.userName }],
  });
  expect(made.status).toBe(201);
  const path = `Groups/${made.json.id}`;
  expect(made.json.members.map(({ value }) => value)).toEqual([one.id]);
  expect((await scim('POST', 'Groups', { schemas: [group], displayName: '9a' })).status).toBe(409);
  expect((await scim('POST', 'Groups', { schemas: [group], displayName: '9Á' })).status).toBe(409);

  await patch(path, { op: 'Add', path: 'members', value: [{ $ref: null, value: two.id }] });
  await patch(path, { op: 'Remove', path: 'members', value: [{ $ref: null, value: one.id }] });
  await patch(path, { op: 'replace', value: { id: made.json.id, displayName: '9A1' } });
  const read = await scim('GET', path);
  expect([read.json.displayName, read.json.members.map(({ value }) => value)]).toEqual(['9A1', [two.id]]);
  const lean = await scim('GET', `${path}?excludedAttributes=members`);
  expect(lean.json.members).toBeUndefined();
  const filter = `id eq "${made.json.id}" and members eq "${two.id}"`;
  expect((await search(filter, 'Groups')).json.totalResults).toBe(1);
  expect((await search('displayName eq "9A1"', 'Groups')).json.Resources[0]?.externalId).toBe('lop-9a');

  const staff = await newPerson();
  const wrong = await patch(path, { op: 'add', path: 'members', value: [{ value: staff.id }] });
  expect([wrong.status, wrong.json.scimType]).toEqual([400, 'invalidValue']);
  expect((await scim('DELETE', path)).status).toBe(204);
  expect((await scim('GET', path)).status).toBe(404);
  expect((await scim('GET', `Users/${two.id}`)).status).toBe(200);
});

test('lists come in pages, counted from one', async () => {
  for (let i = 0; i < 3; i++) await newPerson();
  const all = (await scim('GET', 'Users')).json;
  expect(all.Resources).toHaveLength(all.totalResults);
  const page = (await scim('GET', 'Users?startIndex=2&count=2')).json;
  expect([page.startIndex, page.itemsPerPage]).toEqual([2, 2]);
  expect(page.Resources.map(({ id }) => id)).toEqual(all.Resources.slice(1, 3).map(({ id }) => id));
  expect((await scim('GET', 'Users?count=0')).json).toMatchObject({
    Resources: [],
    totalResults: all.totalResults,
  });
});

test('what is made or changed is answered with the attributes that were asked for', async () => {
  const always = new Set(['schemas', 'id', 'meta']);
  const named = (json: object) => Object.keys(json).filter((name) => !always.has(name));
  const made = await scim('POST', 'Users?attributes=userName', {
    userName: 'mau.rut.gon@truong.example',
    displayName: 'Trần Mẫu',
  });
  expect([made.status, named(made.json)]).toEqual([201, ['userName']]);
  const path = `Users/${made.json.id}`;
  const replaced = await scim('PUT', `${path}?attributes=displayName`, { displayName: 'Lê Mẫu' });
  expect([replaced.json.displayName, named(replaced.json)]).toEqual(['Lê Mẫu', ['displayName']]);
  const operation = { op: 'replace', path: 'displayName', value: 'Vũ Mẫu' };
  const changed = await patch(`${path}?excludedAttributes=displayName`, operation);
  expect([changed.status, 'displayName' in changed.json]).toEqual([200, false]);
  expect((await scim('GET', path)).json.displayName).toBe('Vũ Mẫu');
});

test('an entity tag keeps two directories from undoing each other', async () => {
  const { id, meta } = await newPerson();
  const read = await scim('GET', `Users/${id}`);
  expect(read.headers.get('etag')).toBe(meta.version);
  expect((await scim('GET', `Users/${id}`, undefined, { 'if-none-match': meta.version })).status).toBe(304);
  const write = (displayName: string, tag: string) =>
    scim('PUT', `Users/${id}`, { displayName }, { 'if-match': tag });
  expect((await write('Trần Mẫu', meta.version)).status).toBe(200);
  expect((await write('Lê Mẫu', meta.version)).status).toBe(412);
  const two = await Promise.all(
    [1, 2].map((n) => patch(`Users/${id}`, { op: 'add', path: 'displayName', value: `Lê ${n}` })),
  );
  expect(two.map(({ status }) => status)).toEqual([200, 200]);
});
