import { freeUserName, nthUserName, userNameOf } from './user-names.js';

test.each([
  ['Nguyễn Văn An', 'THPT-NX1', 'nvan.thptnx1'],
  ['ĐẶNG THỊ ÁNH', 'gdtx-nhu-xuan', 'dtanh.gdtxnhuxuan'],
  ['Sung', 'thcs-yc', 'sung.thcsyc'],
  ["H'Hen Niê", 'thcs-yc', 'hnie.thcsyc'],
  ['Y Bhiêng-Niê', 'thcs-yc', 'ybhiengnie.thcsyc'],
  ['Tôn Nữ Thị Mẫu Đơn', 'a', 'tntmdon.a'],
  ['王', 'thcs-yc', 'u.thcsyc'],
])('%s of %s is proposed as %s', (name, unit, userName) => {
  expect(userNameOf(name, unit)).toBe(userName);
});

test('who comes later gets 2, 3 and so on, before the unit', () => {
  expect([1, 2, 3].map((n) => nthUserName('nvan.thptnx1', n))).toEqual([
    'nvan.thptnx1',
    'nvan2.thptnx1',
    'nvan3.thptnx1',
  ]);
  const taken = new Set(['nvan.thptnx1', 'nvan2.thptnx1']);
  expect(freeUserName('nvan.thptnx1', (name) => taken.has(name))).toBe('nvan3.thptnx1');
});

test('however long the name and the code, a user name stays within 100 characters', () => {
  expect(
    nthUserName(userNameOf('Ă '.repeat(50) + 'x'.repeat(80), 'y'.repeat(60)), 99_999).length,
  ).toBeLessThan(100);
});
