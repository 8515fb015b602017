import { faultOfFile, maxBytes } from './file-fault';

test.each([
  ['học sinh.xlsx', 1000, null],
  ['HOC SINH.CSV', 1000, null],
  ['cũ.xls', 1000, 'oldExcel'],
  ['có macro.xlsm', 1000, 'macros'],
  ['ảnh.png', 1000, 'kind'],
  ['không đuôi', 1000, 'kind'],
  ['rỗng.csv', 0, 'empty'],
  ['lớn.xlsx', maxBytes, null],
  ['quá lớn.xlsx', maxBytes + 1, 'size'],
] as const)('%s of %i bytes: %s', (name, size, fault) => {
  expect(faultOfFile({ name, size })).toBe(fault);
});
