import { textsOf } from '../../i18n/texts-of';

export const useTexts = textsOf(
  'admin.personPicker',
  {
    placeholder: 'Gõ tên, tên đăng nhập hoặc mã',
    clear: 'Bỏ chọn người này',
    searching: 'Đang tìm…',
    nothing: 'Không có ai khớp',
  },
  {
    placeholder: 'Type a name, user name or code',
    clear: 'Choose nobody',
    searching: 'Searching…',
    nothing: 'Nobody matches',
  },
);
