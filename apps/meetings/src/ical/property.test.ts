import { parameter, text } from './property.js';

test.each([
  ['Giao ban; tháng 11, năm 2026', String.raw`Giao ban\; tháng 11\, năm 2026`],
  [String.raw`a\b`, String.raw`a\\b`],
  ['dòng một\r\ndòng hai\rdòng ba', String.raw`dòng một\ndòng hai\ndòng ba`],
  ['chuông\u0007 và tab\t', 'chuông  và tab '],
  ['nửa ký tự \ud83d hết', 'nửa ký tự   hết'],
  ['mặt cười 😀', 'mặt cười 😀'],
])('text: %j', (value, written) => {
  expect(text(value)).toBe(written);
});

test.each([
  ['Sở "Mẫu": phòng 1, 2; 3', '"Sở  Mẫu : phòng 1, 2; 3"'],
  ['tên\r\nATTENDEE:mailto:ke-xau@example.vn', '"tên  ATTENDEE:mailto:ke-xau@example.vn"'],
])('a parameter cannot leave its quotes: %j', (value, written) => {
  expect(parameter(value)).toBe(written);
});
