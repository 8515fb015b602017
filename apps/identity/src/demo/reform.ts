import { department, type DemoUnit } from './province.js';

/** The day on which districts ceased to be and provinces became fewer. */
export const reformDay = '2025-07-01';

/** A district of the demo that is no more: its office closes, schools go to the commune, the rest to the department. */
export interface FormerDistrict {
  readonly code: string;
  readonly name: string;
  /** Code of the department above before the reform. */
  readonly department: string;
}

/** A small province that is merged into the demo province. All of these names are made up. */
export const mergedDepartment = 'so-gddt-hoa-giang';
export const mergedSuffix = 'hg';

export const formerDistricts: readonly FormerDistrict[] = [
  { code: 'tan-giang', name: 'Tân Giang', department },
  { code: 'lam-khe', name: 'Lam Khê', department },
  { code: 'ky-lam', name: 'Kỳ Lâm', department: mergedDepartment },
];

export const officeOf = ({ code }: FormerDistrict): string => `pgd-${code}`;
export const communeOf = ({ code }: FormerDistrict): string => `xa-${code}`;
/** Codes of the schools that go to the commune. */
export const lowerSchoolsOf = ({ code }: FormerDistrict): string[] => [`thcs-${code}`, `th-${code}`];

function unitsOf(district: FormerDistrict): DemoUnit[] {
  const { code, name } = district;
  const parent = officeOf(district);
  return [
    {
      code: parent,
      parent: district.department,
      type: 'districtOffice',
      name: `Phòng GD&ĐT huyện ${name} (mẫu)`,
    },
    { code: `gdtx-${code}`, parent, type: 'continuingEducationCentre', name: `Trung tâm GDTX ${name} (mẫu)` },
    { code: `thpt-${code}`, parent, type: 'school', name: `Trường THPT ${name} (mẫu)` },
    { code: `thcs-${code}`, parent, type: 'school', name: `Trường THCS ${name} (mẫu)` },
    { code: `th-${code}`, parent, type: 'school', name: `Trường Tiểu học ${name} (mẫu)` },
  ];
}

/** As they were before the reform, the parent before its children; beside the units that are the same today. */
export const formerUnits: readonly DemoUnit[] = [
  {
    code: mergedDepartment,
    parent: null,
    type: 'department',
    name: 'Sở Giáo dục và Đào tạo Hoà Giang (mẫu)',
  },
  { code: 'van-phong', parent: mergedDepartment, type: 'division', name: 'Văn phòng Sở Hoà Giang (mẫu)' },
  ...formerDistricts.flatMap(unitsOf),
];
