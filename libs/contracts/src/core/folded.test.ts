import { folded } from './folded.js';

describe('text is folded for searching', () => {
  test.each([
    ['both ways of writing a diacritic', 'Thiệu Hoá', 'thieu hoa'],
    ['the newer and the older tone placement', 'THIỆU HÓA', 'thieu hoa'],
    ['đ', 'Đông Sơn', 'dong son'],
    ['spaces of any kind', ' Như\u00A0 Xuân ', 'nhu xuan'],
    ['invisible characters', 'Nh\u200Bư Xuân\u202E', 'nhu xuan'],
    ['digits and signs, which stay', 'THCS số 2 (Như Thanh)', 'thcs so 2 (nhu thanh)'],
  ])('%s', (_, text, expected) => {
    expect(folded(text)).toBe(expected);
    expect(folded(text.normalize('NFD'))).toBe(expected);
  });
});
