import { inventedName } from '../../testing/people.js';
import { converted, isTelling, writingsOf } from './font-text.js';
import { isSyllable } from './syllable.js';

test.each([
  ['NguyÔn V¨n MÉu', 'tcvn3', 'Nguyễn Văn Mẫu'],
  ['TrÇn ThÞ H¹nh', 'tcvn3', 'Trần Thị Hạnh'],
  ['§Æng Quèc ViÖt', 'tcvn3', 'Đặng Quốc Việt'],
  ['Hoµng Thuú D­¬ng', 'tcvn3', 'Hoàng Thuỳ Dương'],
  ['NguyÔn ThÞ Thuû', 'tcvn3', 'Nguyễn Thị Thuỷ'],
  ['Nguyeãn Vaên Maãu', 'vni', 'Nguyễn Văn Mẫu'],
  ['Traàn Thò Haïnh', 'vni', 'Trần Thị Hạnh'],
  ['Ñaëng Quoác Vieät', 'vni', 'Đặng Quốc Việt'],
  ['Hoaøng Thuøy Döông', 'vni', 'Hoàng Thùy Dương'],
] as const)('%s is %s', (text, writing, expected) => {
  expect(isTelling(text)).toBe(true);
  expect(writingsOf(text)).toEqual([writing]);
  expect(converted(text, writing)).toBe(expected);
});

test.each(['Lê Văn Tú', 'Hà Thanh', 'Trí Tú', 'LÊ THANH HÀ'])('%s stays as it is', (text) => {
  expect(writingsOf(text)).toContain('unicode');
});

test.each(['Y Blô Êban', 'Café', 'Müller'])('%s is nothing Vietnamese, and is not made into it', (text) => {
  expect(isTelling(text) ? writingsOf(text) : []).toEqual([]);
});

test('no invented name is mistaken for an old font', () => {
  for (let n = 0; n < 5000; n++) {
    const name = inventedName(n);
    if (isTelling(name)) expect([name, writingsOf(name)[0]]).toEqual([name, 'unicode']);
  }
});

test.each([
  'nguyễn',
  'trường',
  'ghi',
  'quyết',
  'khuya',
  'ngoèo',
  'Đắk',
  'uyên',
  'giếng',
  'quý',
  'hòa',
  'hoà',
])('%s is a syllable', (word) => expect(isSyllable(word)).toBe(true));
test.each(['nguyôn', 'hãa', 'ếễ', 'blô', 'ngoằềo'])('%s is none', (word) =>
  expect(isSyllable(word)).toBe(false),
);
