import type { UnitType } from '@diemcau/contracts/identity/units';

/** A unit of the demo province, named by its code; the parent stands before its children. */
export interface DemoUnit {
  readonly code: string;
  readonly parent: string | null;
  readonly type: UnitType;
  readonly name: string;
}

export const department = 'so-gddt';

/** Division: code and name. */
const divisions: readonly (readonly [string, string])[] = [
  ['van-phong', 'Văn phòng Sở'],
  ['cntt', 'Bộ phận Công nghệ thông tin'],
  ['gd-trung-hoc', 'Phòng Giáo dục Trung học'],
  ['gd-tieu-hoc', 'Phòng Giáo dục Tiểu học'],
  ['gd-mam-non', 'Phòng Giáo dục Mầm non'],
  ['gd-thuong-xuyen', 'Phòng Giáo dục Thường xuyên và Chuyên nghiệp'],
  ['khao-thi', 'Phòng Khảo thí và Quản lý chất lượng'],
  ['to-chuc-can-bo', 'Phòng Tổ chức cán bộ'],
  ['ke-hoach-tai-chinh', 'Phòng Kế hoạch và Tài chính'],
];

/** District-level unit: code, kind and name, and how many upper-secondary schools it has here. */
const districts: readonly (readonly [string, string, string, number])[] = [
  ['thanh-hoa', 'thành phố', 'Thanh Hoá', 2],
  ['sam-son', 'thành phố', 'Sầm Sơn', 1],
  ['bim-son', 'thị xã', 'Bỉm Sơn', 1],
  ['nghi-son', 'thị xã', 'Nghi Sơn', 2],
  ['ba-thuoc', 'huyện', 'Bá Thước', 1],
  ['cam-thuy', 'huyện', 'Cẩm Thuỷ', 1],
  ['dong-son', 'huyện', 'Đông Sơn', 1],
  ['ha-trung', 'huyện', 'Hà Trung', 1],
  ['hau-loc', 'huyện', 'Hậu Lộc', 1],
  ['hoang-hoa', 'huyện', 'Hoằng Hoá', 2],
  ['lang-chanh', 'huyện', 'Lang Chánh', 1],
  ['muong-lat', 'huyện', 'Mường Lát', 1],
  ['nga-son', 'huyện', 'Nga Sơn', 1],
  ['ngoc-lac', 'huyện', 'Ngọc Lặc', 1],
  ['nhu-thanh', 'huyện', 'Như Thanh', 1],
  ['nhu-xuan', 'huyện', 'Như Xuân', 2],
  ['nong-cong', 'huyện', 'Nông Cống', 1],
  ['quan-hoa', 'huyện', 'Quan Hoá', 1],
  ['quan-son', 'huyện', 'Quan Sơn', 1],
  ['quang-xuong', 'huyện', 'Quảng Xương', 1],
  ['thach-thanh', 'huyện', 'Thạch Thành', 1],
  ['thieu-hoa', 'huyện', 'Thiệu Hoá', 1],
  ['tho-xuan', 'huyện', 'Thọ Xuân', 2],
  ['thuong-xuan', 'huyện', 'Thường Xuân', 1],
  ['trieu-son', 'huyện', 'Triệu Sơn', 2],
  ['vinh-loc', 'huyện', 'Vĩnh Lộc', 1],
  ['yen-dinh', 'huyện', 'Yên Định', 1],
];

function unitsOf([code, kind, name, schools]: (typeof districts)[number]): DemoUnit[] {
  const parent = `pgd-${code}`;
  return [
    { code: parent, parent: department, type: 'districtOffice', name: `Phòng GD&ĐT ${kind} ${name}` },
    { code: `gdtx-${code}`, parent, type: 'continuingEducationCentre', name: `Trung tâm GDTX ${name}` },
    ...Array.from({ length: schools }, (_, i) => ({
      code: `thpt-${code}-${i + 1}`,
      parent,
      type: 'school' as const,
      name: schools === 1 ? `Trường THPT ${name}` : `Trường THPT ${name} ${i + 1}`,
    })),
  ];
}

/** A department with nine divisions, 27 district-level offices, 27 centres and 33 schools. */
export const provinceUnits: readonly DemoUnit[] = [
  { code: department, parent: null, type: 'department', name: 'Sở Giáo dục và Đào tạo Thanh Hoá' },
  ...divisions.map(([code, name]) => ({ code, parent: department, type: 'division' as const, name })),
  ...districts.flatMap(unitsOf),
];
