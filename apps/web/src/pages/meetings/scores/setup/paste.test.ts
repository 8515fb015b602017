import { newOnes, pastedPeople } from './paste.js';

test.each([
  ['Nguyễn Văn Mẫu\tTrường THPT Mẫu', 'Nguyễn Văn Mẫu', 'Trường THPT Mẫu'],
  ['1\tNguyễn Văn Mẫu\tTrường THPT Mẫu', 'Nguyễn Văn Mẫu', 'Trường THPT Mẫu'],
  ['12. Trần Thị Mẫu; Trung tâm GDTX Mẫu', 'Trần Thị Mẫu', 'Trung tâm GDTX Mẫu'],
  ['Tổ Toán, Tin', 'Tổ Toán, Tin', null],
  ['  Lê Mẫu  ;  ', 'Lê Mẫu', null],
])('%j is one contestant', (line, name, unitName) => {
  expect(pastedPeople(line)).toEqual([{ name, unitName }]);
});

test('empty lines are nobody, whatever ends the lines', () => {
  expect(pastedPeople('A\r\n\r\n  \nB\n').map(({ name }) => name)).toEqual(['A', 'B']);
});

test('who is in the list already, or twice in what was pasted, is added once', () => {
  const there = [{ name: 'Nguyễn Văn Mẫu', unitName: 'Trường A' }];
  const people = pastedPeople('nguyen van mau; truong a\nNguyễn Văn Mẫu; Trường B\nNguyễn Văn Mẫu; Trường B');
  expect(newOnes(people, there)).toEqual([{ name: 'Nguyễn Văn Mẫu', unitName: 'Trường B' }]);
});
