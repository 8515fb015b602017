import { missingFields, withColumn } from './columns';

const field = (name: string, required = true, partOf: string | null = null) => ({ name, required, partOf });
const fields = [
  field('fullName'),
  field('familyName', true, 'fullName'),
  field('middleName', false, 'fullName'),
  field('givenName', true, 'fullName'),
  field('code'),
];
const chosen = (...of: (string | null)[]) => new Map(of.map((name, i) => [i + 1, name]));

test.each([
  [
    'the given name, beside whole names',
    chosen('fullName', null),
    2,
    'givenName',
    ['familyName', 'givenName'],
  ],
  [
    'the family name, beside whole names',
    chosen(null, 'fullName'),
    1,
    'familyName',
    ['familyName', 'givenName'],
  ],
  ['whole names, beside parts', chosen('familyName', 'givenName'), 1, 'fullName', ['fullName', null]],
  ['nothing', chosen('familyName', 'givenName'), 2, null, ['familyName', null]],
  ['something else', chosen('fullName', null), 2, 'code', ['fullName', 'code']],
])('a column chosen as %s', (_, before, column, name, after) => {
  expect([...withColumn(before, column, name, fields).values()]).toEqual(after);
});

test.each([
  ['a whole name', chosen('fullName', 'code'), []],
  ['both halves', chosen('familyName', 'givenName', 'code'), []],
  ['one half', chosen('givenName', 'code'), ['familyName']],
  ['no name', chosen('code'), ['fullName']],
])('with %s', (_, columns, missing) => {
  expect(missingFields(columns, fields).map(({ name }) => name)).toEqual(missing);
});
