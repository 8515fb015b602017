import { projected } from './projecting.js';

const group = { schemas: ['s'], id: '1', displayName: '9A', members: [], meta: {} };

test.each([
  [{}, ['schemas', 'id', 'displayName', 'members', 'meta']],
  [{ excludedAttributes: 'members' }, ['schemas', 'id', 'displayName', 'meta']],
  [{ excludedAttributes: 'Members, id' }, ['schemas', 'id', 'displayName', 'meta']],
  [{ attributes: 'displayname' }, ['schemas', 'id', 'displayName', 'meta']],
  [{ attributes: 'members.value' }, ['schemas', 'id', 'members', 'meta']],
])('%j leaves %j', (asked, names) => {
  expect(Object.keys(projected(group, asked))).toEqual(names);
});
