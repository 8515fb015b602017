import { beginning, canonical, nextHash, type SealedFields } from './canonical.js';

test.each<[string, unknown, string]>([
  ['keys are sorted by UTF-16 units', { b: 1, a: 2, ă: 3, A: 4 }, '{"A":4,"a":2,"b":1,"ă":3}'],
  ['the order of a list stays', { list: [3, 1, { y: null, x: true }] }, '{"list":[3,1,{"x":true,"y":null}]}'],
  ['Vietnamese stays as it is, controls are escaped', ['Nguyễn Văn Mẫu\n'], '["Nguyễn Văn Mẫu\\n"]'],
  ['numbers have one way to be written', [1.0, 1e3, -0, 0.1], '[1,1000,0,0.1]'],
  ['nothing is null', null, 'null'],
])('%s', (_, value, text) => {
  expect(canonical(value)).toBe(text);
});

const entry: SealedFields = {
  id: '00000000-0000-4000-8000-000000000001',
  sequence: 1,
  at: '2026-01-31T08:00:00.000Z',
  provinceId: null,
  unitId: null,
  actorKind: 'service',
  actorId: 'identity',
  sessionId: null,
  address: null,
  agent: null,
  requestId: null,
  action: 'test.one',
  objectKind: 'test',
  objectId: '1',
  before: null,
  after: { name: 'Mẫu' },
};

test('the hash is one that anybody can compute from the documented bytes', () => {
  // printf '\0%.0s' {1..32} and the JSON line, through sha256sum
  expect(nextHash(beginning, entry).toString('hex')).toBe(
    '5c9c6fa76dfa3de6626c5545eae5a31dcedce438beff4164e970379f91b578a5',
  );
});

test('every field and the hash before it change the hash', () => {
  const whole = nextHash(beginning, entry);
  for (const key of Object.keys(entry)) {
    expect(nextHash(beginning, { ...entry, [key]: 'other' })).not.toEqual(whole);
  }
  expect(nextHash(whole, entry)).not.toEqual(whole);
});
