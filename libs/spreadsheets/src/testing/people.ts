const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Lò',
  'Hà',
];
const middles = ['Văn', 'Thị', 'Đức', 'Minh', 'Thuỳ', 'Quốc', 'Ngọc', 'Hữu', 'Thanh', 'Khánh'];
const givens = (
  'An Bình Chi Dũng Đạt Giang Hải Hiếu Hương Khoa Lan Linh Mai Nam Ngân Nhung Oanh Phúc Quân Sơn Thảo Trang Tú Uyên ' +
  'Việt Xuân Yến'
).split(' ');

const pick = (from: readonly string[], n: number): string => from[n % from.length] ?? '';

/** An invented name, the same for the same number; three words of which the last is the given name. */
export const inventedName = (n: number): string =>
  [
    pick(families, n * 7 + 3),
    pick(middles, n * 11 + Math.floor(n / 13)),
    pick(givens, n * 5 + Math.floor(n / 29)),
  ].join(' ');

/** `dd/mm/yyyy`, a school child's. */
export function inventedBirthDate(n: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two((n % 28) + 1)}/${two((n % 12) + 1)}/${2008 + (n % 10)}`;
}

/** In a block of numbers that is not given out. */
export const inventedPhone = (n: number): string => `0900${String(n % 1_000_000).padStart(6, '0')}`;
