import { csv } from './csv.js';

test('a table becomes .csv, and no cell of it runs as a formula', () => {
  const rows = [
    ['Trường "Mẫu", Hà Nội', 3],
    ['=1+1', -2],
    ['hai\ndòng', null],
  ];
  expect(csv(['Tên', 'Số'], rows)).toBe(
    ['Tên,Số', '"Trường ""Mẫu"", Hà Nội",3', "'=1+1,-2", '"hai\ndòng",'].join('\r\n'),
  );
});
