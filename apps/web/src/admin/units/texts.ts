import { textsOf } from '../../i18n/texts-of';

export const useTexts = textsOf(
  'admin.unitPicker',
  {
    placeholder: 'Gõ tên hoặc mã đơn vị',
    clear: 'Bỏ chọn đơn vị',
    searching: 'Đang tìm…',
    nothing: 'Không có đơn vị nào khớp',
  },
  {
    placeholder: 'Type a name or code',
    clear: 'Choose no unit',
    searching: 'Searching…',
    nothing: 'No unit matches',
  },
);
