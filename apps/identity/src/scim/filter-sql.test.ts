import { type Columns, conditionOf } from './filter-sql.js';

const columns: Columns = {
  username: { sql: 'u.user_name', as: 'text' },
  externalid: { sql: 'l.external_id', as: 'exact' },
  active: { sql: 'u.active', as: 'flag' },
  id: { sql: 'u.id', as: 'id' },
  'members.value': { sql: 'EXISTS (m = ?)', as: 'member' },
  'emails.value': { sql: 'u.email', as: 'text' },
  'meta.created': { sql: 'u.created_at', as: 'instant' },
  'urn:x:user:code': { sql: 'u.code', as: 'exact' },
};
const id = '5f0c8d1e-0000-4000-8000-000000000001';

test.each([
  ['userName eq "A"', 'coalesce((lower(u.user_name) = lower($3::text)), false)', ['A']],
  ['USERNAME Eq "a"', 'coalesce((lower(u.user_name) = lower($3::text)), false)', ['a']],
  [
    'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "a"',
    'coalesce(starts_with(lower(u.user_name), lower($3::text)), false)',
    ['a'],
  ],
  ['externalId eq "A"', 'coalesce((l.external_id = $3), false)', ['A']],
  ['urn:x:User:code co "7"', 'coalesce((strpos(u.code, $3) > 0), false)', ['7']],
  ['externalId ew "7"', 'coalesce((right(l.external_id, length($3)) = $3), false)', ['7']],
  ['active eq true', 'coalesce((u.active = $3), false)', [true]],
  ['active eq "False"', 'coalesce((u.active = $3), false)', [false]],
  ['active ne true', 'coalesce((u.active = $3), false)', [false]],
  [`id eq "${id}"`, 'coalesce((u.id = $3::uuid), false)', [id]],
  [`members[value eq "${id}"]`, 'coalesce(EXISTS (m = $3::uuid), false)', [id]],
  ['id eq "none"', 'coalesce(false, false)', []],
  ['emails.value pr', "(coalesce(u.email, '') <> '')", []],
  ['emails.value eq null', 'coalesce((u.email IS NULL), false)', []],
  [
    'emails[type eq "work" and value co "@a"]',
    '(coalesce(true, false) AND coalesce((strpos(lower(u.email), lower($3::text)) > 0), false))',
    ['@a'],
  ],
  [
    'not (active eq true) or meta.created gt "2026-01-01T00:00:00Z"',
    '(NOT coalesce((u.active = $3), false) OR coalesce((u.created_at > $4::timestamptz), false))',
    [true, '2026-01-01T00:00:00.000Z'],
  ],
])('%s', (filter, sql, values) => {
  expect(conditionOf(filter, columns, 3)).toEqual({ sql, values });
});

test('no filter lets everything in', () => {
  expect(conditionOf(undefined, columns, 1)).toEqual({ sql: 'true', values: [] });
});

test.each([
  '',
  'userName',
  'userName eq',
  'userName eq "a',
  'userName eq 7',
  'userName zz "a"',
  'password eq "a"',
  'active gt true',
  'id co "5f"',
  'members.value pr',
  'meta.created gt "yesterday"',
  "userName eq 'a'; DROP TABLE users",
  '('.repeat(500),
])('%p is not understood', (filter) => {
  expect(() => conditionOf(filter, columns, 1)).toThrow('scim.invalidFilter');
});

test('what is searched for never becomes SQL', () => {
  const nasty = `' OR 1=1 --`;
  expect(conditionOf(`userName eq "${nasty}"`, columns, 1)).toEqual({
    sql: 'coalesce((lower(u.user_name) = lower($1::text)), false)',
    values: [nasty],
  });
});
