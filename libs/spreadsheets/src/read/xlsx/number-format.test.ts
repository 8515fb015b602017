import { numberText, type Shown, shownBy } from './number-format.js';

test.each<[number, string | undefined, Shown]>([
  [14, undefined, 'date'],
  [22, undefined, 'date'],
  [0, undefined, 'plain'],
  [49, undefined, 'plain'],
  [164, 'dd/mm/yyyy', 'date'],
  [164, '[$-42A]d mmmm yyyy;@', 'date'],
  [164, 'yyyy"-"mm"-"dd', 'date'],
  [164, 'h:mm:ss.000', 'date'],
  [164, '#,##0\\ "đ"', 'plain'],
  [164, '[$đ-42A]#,##0.00', 'plain'],
  [164, '0.00', 'plain'],
  [164, '0000000000', { digits: 10 }],
  [164, '0000 000 000', { digits: 10 }],
  [164, 'General', 'plain'],
  [164, '@', 'plain'],
])('format %d %s shows %j', (id, code, shown) => {
  expect(shownBy(id, code)).toEqual(shown);
});

test.each<[string, Shown, string]>([
  ['40311', 'date', '2010-05-13'],
  ['40311.75', 'date', '2010-05-13 18:00:00'],
  ['1', 'date', '1900-01-01'],
  ['59', 'date', '1900-02-28'],
  ['61', 'date', '1900-03-01'],
  ['0.5', 'date', '12:00:00'],
  ['912345678', { digits: 10 }, '0912345678'],
  ['912345678', 'plain', '912345678'],
  ['1.2345678901E10', 'plain', '12345678901'],
  ['38202012345', 'plain', '38202012345'],
  ['0.30000000000000004', 'plain', '0.3'],
  ['8.5', 'plain', '8.5'],
  ['1E-7', 'plain', '0.0000001'],
  ['không phải số', 'plain', 'không phải số'],
])('%s as %j is %s', (stored, shown, text) => {
  expect(numberText(stored, shown, false)).toBe(text);
});

test('days are counted from 1904 where the workbook says so', () => {
  expect(numberText('38849', 'date', true)).toBe('2010-05-13');
});
