import { body } from '@diemcau/client/rest';
import { EdgeBed } from './edge-bed.js';

export const entraPatch = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const user = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const person = 'urn:diemcau:params:scim:schemas:extension:diemcau:2.0:User';
export const group = 'urn:ietf:params:scim:schemas:core:2.0:Group';

export interface Unit {
  readonly id: string;
  readonly code: string;
}
export interface Resource {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
  readonly active: boolean;
  readonly externalId?: string;
  readonly emails: { value: string }[];
  readonly name: { familyName: string; givenName: string };
  readonly members: { value: string }[];
  readonly meta: { location: string; version: string };
  readonly Resources: Resource[];
  readonly totalResults: number;
  readonly startIndex: number;
  readonly itemsPerPage: number;
  readonly scimType: string;
  readonly status: string;
}

export let bed: EdgeBed;
export let school: Unit;
export let sibling: Unit;
export let key: string;
export let above: string;

/** A school and its neighbour in the demo province, with keys for directories, for the tests of one file. */
export function standScim(): void {
  beforeAll(async () => {
    bed = await EdgeBed.start({ services: ['identity', 'gateway'] });
    const admin = bed.rest(await bed.as('departmentAdmin'));
    const { items } = await body(admin.GET('/api/v1/units', { params: { query: { limit: 200 } } }));
    const [first, second] = items.filter(
      ({ type }) => type === 'school' || type === 'continuingEducationCentre',
    );
    if (!first || !second) throw new Error('the demo province has too few schools');
    [school, sibling] = [first, second];
    const province = items.find(({ parentId }) => parentId === null);
    [key, above] = [await keyOf(school.id), await keyOf(province?.id ?? '')];
  }, 120_000);
  afterAll(() => bed.stop());
}

export async function keyOf(
  unitId: string,
  scope: 'directory.sync' | 'units.read' = 'directory.sync',
): Promise<string> {
  const admin = bed.rest(await bed.as('departmentAdmin'));
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const wish = { name: 'Entra', unitId, subtree: true, scopes: [scope], expiresAt };
  return (await body(admin.POST('/api/v1/keys', { body: wish }))).secret;
}

export async function scim(
  method: string,
  path: string,
  content?: object,
  headers: Record<string, string> = {},
) {
  const answer = await bed.send(method, `/scim/v2/${path}`, {
    ...(content !== undefined && { body: content }),
    headers: {
      authorization: `Bearer ${key}`,
      ...(content !== undefined && { 'content-type': 'application/scim+json' }),
      ...headers,
    },
  });
  const json = answer.type.includes('json') ? (JSON.parse(answer.text) as Resource) : undefined;
  return { ...answer, json: json as Resource };
}
export const search = (filter: string, type = 'Users') =>
  scim('GET', `${type}?filter=${encodeURIComponent(filter)}`);
export const patch = (path: string, ...operations: object[]) =>
  scim('PATCH', path, { schemas: [entraPatch], Operations: operations });

export let people = 0;
export const newPerson = async (more: object = {}): Promise<Resource> => {
  const userName = `nguoi-${++people}@truong.example`;
  const { status, json } = await scim('POST', 'Users', {
    schemas: [user],
    userName,
    displayName: `Nguyễn Văn Mẫu ${people}`,
    active: true,
    ...more,
  });
  expect(status).toBe(201);
  return json;
};

/** As a directory with another key. */
export async function withKey<T>(another: string, work: () => Promise<T>): Promise<T> {
  const own = key;
  key = another;
  try {
    return await work();
  } finally {
    key = own;
  }
}
