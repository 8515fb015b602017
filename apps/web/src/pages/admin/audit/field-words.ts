import { useMemo } from 'react';
import { textsOf } from '../../../i18n/texts-of';

const vi = {
  userId: 'Người (mã)',
  unitId: 'Đơn vị (mã)',
  role: 'Vai trò',
  subtree: 'Cả đơn vị bên dưới',
  validFrom: 'Từ lúc',
  validTo: 'Đến lúc',
  state: 'Trạng thái',
  reason: 'Lý do',
  displayName: 'Họ và tên',
  userName: 'Tên đăng nhập',
  name: 'Tên',
  code: 'Mã',
  email: 'E-mail',
  phone: 'Điện thoại',
  birthDate: 'Ngày sinh',
  kind: 'Loại',
  way: 'Cách đăng nhập',
  scopes: 'Được làm',
  expiresAt: 'Hết hạn',
  url: 'Địa chỉ nhận',
  events: 'Sự kiện',
  fileName: 'Tệp',
  schoolYear: 'Năm học',
};
type Field = keyof typeof vi;

const useKnownFields = textsOf('admin.auditFields', vi, {
  userId: 'Person (id)',
  unitId: 'Unit (id)',
  role: 'Role',
  subtree: 'Also the units below',
  validFrom: 'From',
  validTo: 'Until',
  state: 'State',
  reason: 'Reason',
  displayName: 'Full name',
  userName: 'User name',
  name: 'Name',
  code: 'Code',
  email: 'E-mail',
  phone: 'Phone',
  birthDate: 'Birth date',
  kind: 'Kind',
  way: 'Way of signing in',
  scopes: 'May',
  expiresAt: 'Expires',
  url: 'Address',
  events: 'Events',
  fileName: 'File',
  schoolYear: 'School year',
});

const isKnown = (name: string): name is Field => Object.hasOwn(vi, name);

/** What a field of before and after is called; one without words here, as it is. */
export function useFieldWords(): (name: string) => string {
  const known = useKnownFields();
  return useMemo(() => (name) => (isKnown(name) ? known(name) : name), [known]);
}
