import { nameKey } from './name-key.js';

describe('the same name', () => {
  test.each([
    ['Trung tâm GDTX Như Xuân', 'TT GDTX Như Xuân'],
    ['Trung tâm GDTX Như Xuân', 'TTGDTX NHƯ XUÂN'],
    ['Trung tâm GDTX Như Xuân', 'trung tam giao duc thuong xuyen huyen nhu xuan'],
    ['Trung tâm GDNN-GDTX Thọ Xuân', 'Trung tâm GDNN - GDTX Thọ  Xuân'],
    ['Sở Giáo dục và Đào tạo Thanh Hoá', 'Sở GD&ĐT Thanh Hóa'],
    ['Sở Giáo dục và Đào tạo Thanh Hoá', 'SGD&ĐT THANH HOÁ'],
    ['Phòng GD&ĐT thị xã Bỉm Sơn', 'PGD ĐT Bỉm Sơn'],
    ['Trường THPT Yên Định 1', 'THPT Yên Định 1'],
    ['Trường THCS Yên Cát', 'Tr. THCS Yên Cát'],
  ])('%s = %s', (one, other) => {
    expect(nameKey(other)).toBe(nameKey(one));
  });
});

describe('another name', () => {
  test.each([
    ['Trường THPT Yên Định 1', 'Trường THPT Yên Định 2'],
    ['Trường THPT Như Xuân', 'Trường THCS Như Xuân'],
    ['Trung tâm GDTX Như Xuân', 'Trung tâm GDTX Như Thanh'],
    ['Trường Tiểu học Huyền', 'Trường Tiểu học'],
  ])('%s ≠ %s', (one, other) => {
    expect(nameKey(other)).not.toBe(nameKey(one));
  });
});
