import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'accountPage.profile',
  {
    title: 'Thông tin của tôi',
    name: 'Họ và tên',
    userName: 'Tên đăng nhập',
    code: 'Mã',
    unit: 'Đơn vị',
    classes: 'Lớp',
    birthDate: 'Ngày sinh',
    email: 'E-mail',
    phone: 'Điện thoại',
    none: 'Chưa có',
    keptByOperator: 'Họ tên, mã và e-mail do cán bộ CNTT của đơn vị giữ; có sai sót xin báo họ.',
    changePhone: 'Sửa số điện thoại',
    save: 'Lưu',
    saved: 'Đã lưu số điện thoại',
  },
  {
    title: 'About me',
    name: 'Full name',
    userName: 'User name',
    code: 'Code',
    unit: 'Unit',
    classes: 'Class',
    birthDate: 'Birth date',
    email: 'E-mail',
    phone: 'Phone',
    none: 'None yet',
    keptByOperator:
      'Name, code and e-mail are kept by the IT operator of your unit; please tell them of mistakes.',
    changePhone: 'Change the phone number',
    save: 'Save',
    saved: 'The phone number is saved',
  },
);
