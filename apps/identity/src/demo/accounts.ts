import type { Role } from '@diemcau/contracts/identity/roles';
import { department } from './province.js';

/** A demo account holds one role on its own unit and everything below. Named after a function, never after a person. */
export interface DemoAccount {
  readonly role: Role;
  readonly userName: string;
  readonly displayName: string;
  /** Code of the unit. */
  readonly unit: string;
}

export const demoAccounts: readonly DemoAccount[] = [
  { role: 'departmentAdmin', userName: 'quan-tri', displayName: 'Quản trị sở (mẫu)', unit: department },
  { role: 'chair', userName: 'chu-toa', displayName: 'Chủ toạ (mẫu)', unit: department },
  { role: 'director', userName: 'dieu-khien', displayName: 'Kỹ thuật điều khiển (mẫu)', unit: department },
  { role: 'secretary', userName: 'thu-ky', displayName: 'Thư ký cuộc họp (mẫu)', unit: department },
  { role: 'leader', userName: 'lanh-dao', displayName: 'Lãnh đạo sở (mẫu)', unit: department },
  { role: 'attendee', userName: 'tham-du', displayName: 'Đại biểu tham dự (mẫu)', unit: department },
  {
    role: 'unitOperator',
    userName: 'cntt-nhu-xuan',
    displayName: 'Cán bộ CNTT Phòng GD&ĐT Như Xuân (mẫu)',
    unit: 'pgd-nhu-xuan',
  },
  {
    role: 'siteOperator',
    userName: 'van-hanh-nhu-xuan',
    displayName: 'Vận hành điểm cầu Như Xuân (mẫu)',
    unit: 'gdtx-nhu-xuan',
  },
  {
    role: 'siteOperator',
    userName: 'van-hanh-tho-xuan',
    displayName: 'Vận hành điểm cầu Thọ Xuân (mẫu)',
    unit: 'gdtx-tho-xuan',
  },
  { role: 'teacher', userName: 'giao-vien', displayName: 'Giáo viên (mẫu)', unit: 'thpt-nhu-xuan-1' },
  {
    role: 'appraiser',
    userName: 'tham-dinh',
    displayName: 'Chuyên viên thẩm định (mẫu)',
    unit: 'gd-trung-hoc',
  },
  { role: 'testingOfficer', userName: 'khao-thi', displayName: 'Cán bộ khảo thí (mẫu)', unit: 'khao-thi' },
  { role: 'invigilator', userName: 'giam-thi', displayName: 'Giám thị (mẫu)', unit: 'thpt-nhu-xuan-1' },
  { role: 'student', userName: 'hoc-sinh', displayName: 'Học sinh (mẫu)', unit: 'thpt-nhu-xuan-1' },
  { role: 'parent', userName: 'phu-huynh', displayName: 'Phụ huynh (mẫu)', unit: 'thpt-nhu-xuan-1' },
];
