import { lengthOf, strengthOf } from './strength';

const cases = [
  ['con vịt', 'short'],
  ['aaaaaaaaaaaa', 'weak'],
  ['12345678', 'weak'],
  ['abcdefgh', 'weak'],
  ['abababababab', 'weak'],
  ['bò gặm cỏ', 'fair'],
  ['x7#kQ2!m', 'fair'],
  ['ba con vịt qua cầu', 'good'],
  ['Sông Mã chảy qua Hàm Rồng', 'good'],
] as const;

test.each(cases)('«%s» is %s', (password, strength) => {
  expect(strengthOf(password, 8)).toBe(strength);
});

test('what is asked for at least is the province’s', () => {
  expect(strengthOf('bò gặm cỏ', 12)).toBe('short');
});

test('a Vietnamese letter is one character, however it was typed', () => {
  expect(lengthOf('cầu')).toBe(3);
  expect(lengthOf('cầu'.normalize('NFD'))).toBe(3);
});
