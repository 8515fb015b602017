import { code, day, email, phone, schoolYear } from './parsers.js';

const until2026 = day(() => new Date('2026-11-22'));

test.each([
  ['15/09/2010', '2010-09-15'],
  ['5.9.2010', '2010-09-05'],
  ['5-9-2010', '2010-09-05'],
  ['2010-09-15', '2010-09-15'],
  ['2010-09-15 00:00:00', '2010-09-15'],
  ['29/02/2012', '2012-02-29'],
])('%s is the day %s', (typed, value) => expect(until2026(typed)).toEqual({ value }));

test.each([
  '29/02/2011',
  '31/04/2010',
  '15/13/2010',
  '2010',
  '15/09/10',
  '15/09/2030',
  '15/09/1850',
  'tháng chín',
])('%s is no day', (typed) => expect(until2026(typed)).toEqual({ fault: 'notADate' }));

test.each([
  ['0900 000 001', '0900000001'],
  ['900000001', '0900000001'],
  ['+84 900.000.001', '0900000001'],
  ['0084900000001', '0900000001'],
  ['+84 (0) 900 000 001', '0900000001'],
  ['0237 3852 123', '02373852123'],
])('%s is the number %s', (typed, value) => expect(phone(typed)).toEqual({ value }));

test.each(['12345', 'không có', '0000000000', '09000000011111'])('%s is no number', (typed) =>
  expect(phone(typed)).toEqual({ fault: 'badPhone' }),
);

test.each([
  ['2026-2027', { value: '2026-2027' }],
  ['2026 – 2027', { value: '2026-2027' }],
  ['2026/2027', { value: '2026-2027' }],
  ['2026-2028', { fault: 'badSchoolYear' }],
  ['2026', { fault: 'badSchoolYear' }],
])('%s as a school year', (typed, parsed) => expect(schoolYear(typed)).toEqual(parsed));

test.each([
  ['Nguyen.Mau@Truong.EXAMPLE ', { value: 'nguyen.mau@truong.example' }],
  ['nguyen mau@truong.example', { fault: 'badEmail' }],
  ['nguyen@', { fault: 'badEmail' }],
  ['nguyen@truong', { fault: 'badEmail' }],
])('%s as an address', (typed, parsed) => expect(email(typed)).toEqual(parsed));

test.each([
  [' HS-0001/A ', { value: 'HS-0001/A' }],
  ['HS 0001', { fault: 'badCode' }],
  ['=1+1', { fault: 'badCode' }],
  ['x'.repeat(61), { fault: 'tooLong', details: ['60'] }],
])('%s as a code', (typed, parsed) => expect(code(typed)).toEqual(parsed));
