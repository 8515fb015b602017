import { nameParts, searchTextOf, sortKeyOf, tidyName } from './names.js';

test.each([
  ['Nguyễn Văn Mẫu', 'Nguyễn Văn Mẫu'],
  ['  nguyễn   văn mẫu ', 'Nguyễn Văn Mẫu'],
  ['NGUYỄN VĂN MẪU', 'Nguyễn Văn Mẫu'],
  ['ĐẶNG THỊ ÁNH', 'Đặng Thị Ánh'],
  ['Nguyễn Văn Mẫu'.normalize('NFD'), 'Nguyễn Văn Mẫu'],
  ['H’HEN NIÊ', "H'Hen Niê"],
  ["h'hen niê", "H'Hen Niê"],
  ['Y Bhiêng - Niê', 'Y Bhiêng-Niê'],
  ["K'BRƠI", "K'Brơi"],
  ['Lò Thị McKenzie', 'Lò Thị McKenzie'],
  ['Nguyễn\u00a0Văn\u200bMẫu', 'Nguyễn VănMẫu'],
])('%j is kept as %j', (typed, kept) => {
  expect(tidyName(typed)).toBe(kept);
});

test.each([
  ['Nguyễn Văn Mẫu', 'Nguyễn', 'Văn', 'Mẫu'],
  ['Lê Mẫu', 'Lê', '', 'Mẫu'],
  ['Tôn Nữ Thị Mẫu Đơn', 'Tôn', 'Nữ Thị Mẫu', 'Đơn'],
  ['Sung', '', '', 'Sung'],
  ["H'Hen Niê", "H'Hen", '', 'Niê'],
  ['Y Bhiêng-Niê', 'Y', '', 'Bhiêng-Niê'],
  ['', '', '', ''],
])('%s is split into họ %j, đệm %j, tên %j', (full, family, middle, given) => {
  expect(nameParts(full)).toEqual({ family, middle, given });
});

const sorted = (...names: string[]): void => {
  const shuffled = [...names].sort(() => Math.random() - 0.5);
  const byKey = shuffled.sort((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1));
  expect(byKey).toEqual(names);
};

test('lists are sorted by the given name, then the family name, then what is between', () => {
  sorted('Trần Văn An', 'Lê Bình', 'Nguyễn Anh Bình', 'Nguyễn Văn Bình', 'Lê Cường');
});

test('the alphabet has ă and â after a, đ after d, ê after e, ô and ơ after o, ư after u', () => {
  sorted(
    'Lê Am',
    'Lê An',
    'Lê Ăn',
    'Lê Ân',
    'Lê Du',
    'Lê Đa',
    'Lê Oanh',
    'Lê Ông',
    'Lê Ơn',
    'Lê Uyên',
    'Lê Ưng',
  );
});

test('words of the same letters follow their tones: ngang, huyền, hỏi, ngã, sắc, nặng', () => {
  sorted('Lê Ma', 'Lê Mà', 'Lê Mả', 'Lê Mã', 'Lê Má', 'Lê Mạ', 'Lê Mai');
});

test('the two ways of writing a tone sort as one', () => {
  expect(sortKeyOf('Lê Hoà')).toBe(sortKeyOf('Lê Hòa'));
  expect(sortKeyOf('LÊ HÒA')).toBe(sortKeyOf('Lê Hoà'.normalize('NFD')));
});

test('searches look through the name without accents, and through what else names the person', () => {
  expect(searchTextOf('Đặng Thị Ánh', 'dtanh.thptnx1', null, 'GV-0017')).toBe(
    'dang thi anh dtanh.thptnx1 gv-0017',
  );
});
