import { csvCell, csvOf } from './csv';

test.each([
  ['Nguyễn Văn Mẫu', 'Nguyễn Văn Mẫu'],
  ['Sở GD&ĐT, Văn phòng', '"Sở GD&ĐT, Văn phòng"'],
  ['gọi là "mẫu"', '"gọi là ""mẫu"""'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+84 912', "'+84 912"],
  ['', ''],
])('%p becomes the cell %p', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test('a file begins with the mark by which Excel knows UTF-8', () => {
  expect(csvOf([['Mã', 'Tên']])).toBe('\uFEFFMã,Tên\r\n');
});
