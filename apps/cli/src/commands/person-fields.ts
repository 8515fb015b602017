import type { UserDetails } from '@diemcau/contracts/identity/user-views';
import type { Part } from '../job/print.js';

export const personFields: readonly Part<UserDetails>[] = [
  ['Họ tên', 'Name', 'displayName'],
  ['Tên đăng nhập', 'User name', 'userName'],
  ['Mã', 'Code', 'code'],
  ['Đơn vị', 'Unit', 'unitName'],
  ['Trạng thái', 'State', 'state'],
  ['E-mail', 'E-mail', 'email'],
  ['Điện thoại', 'Phone', 'phone'],
  [
    'Vai trò',
    'Roles',
    ({ grants }) => grants.map(({ role, unitName }) => `${role} (${unitName})`).join(', '),
  ],
  ['Id', 'Id', 'id'],
];
