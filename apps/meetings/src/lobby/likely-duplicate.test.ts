import { isLikelyDuplicate } from './likely-duplicate.js';

const named = (nameKey: string, unitId: string | null = null) => ({ nameKey, unitId });

describe('likely the same', () => {
  test.each([
    ['written the same', 'truong thpt nhu xuan', 'truong thpt nhu xuan'],
    ['spaces apart', 'trung tam nhu xuan', 'trungtam nhuxuan'],
    ['a letter wrong', 'trung tam thuong xuan', 'trung tam thuong xuam'],
    ['a letter missing', 'trung tam thuong xuan', 'trung tam thung xuan'],
    ['a letter too many', 'trung tam thuong xuan', 'trung tam thuongg xuan'],
    ['two letters swapped', 'trung tam thuong xuan', 'trung tam thuogn xuan'],
  ])('%s', (_, one, other) => {
    expect(isLikelyDuplicate(named(one), named(other))).toBe(true);
    expect(isLikelyDuplicate(named(other), named(one))).toBe(true);
  });

  test('the same invited unit, whatever was typed', () => {
    expect(isLikelyDuplicate(named('so', 'u1'), named('so giao duc', 'u1'))).toBe(true);
  });

  test('a typed name like a picked unit', () => {
    expect(isLikelyDuplicate(named('truong nhu xuan', 'u1'), named('truong nhu xuan'))).toBe(true);
  });
});

describe('not the same', () => {
  test.each([
    ['another number', 'truong thpt yen dinh 1', 'truong thpt yen dinh 2'],
    ['another short word', 'trung tam nga son', 'trung tam nghi son'],
    ['two slips', 'trung tam thuong xuan', 'trung tam thuon xuam'],
    ['another first letter', 'le thi thanh', 'le thi khanh'],
    ['more words', 'truong nhu xuan', 'truong nhu xuan hai'],
    ['single words', 'xuans', 'xuana'],
  ])('%s', (_, one, other) => {
    expect(isLikelyDuplicate(named(one), named(other))).toBe(false);
  });

  test('two invited units, however alike', () => {
    expect(isLikelyDuplicate(named('truong xuan thanh', 'u1'), named('truong xuan thanh', 'u2'))).toBe(false);
  });
});
