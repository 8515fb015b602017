import { table } from './table.js';

test('columns line up, whichever way diacritics are written', () => {
  const rows = [
    ['Nguyễn Văn Mẫu'.normalize('NFD'), 'GV1'],
    ['Lê Mẫu', null],
  ];
  expect(table(['Tên', 'Mã'], rows).split('\n')).toEqual([
    'Tên             Mã',
    `${'Nguyễn Văn Mẫu'.normalize('NFD')}  GV1`,
    'Lê Mẫu',
  ]);
});

test('a name cannot give orders to the terminal', () => {
  expect(table(['x'], [['a\u001b[2Jb\nc']])).toBe('x\na [2Jb c');
});

test('a time is that of Vietnam, and a day stays the day it is', () => {
  expect(table(['x', 'y'], [['2026-11-23T17:30:00.000Z', '2026-11-23']]).split('\n')[1]).toBe(
    '2026-11-24 00:30  2026-11-23',
  );
});
