import { textsOf } from '../../i18n/texts-of';

export const useTexts = textsOf(
  'admin.forms',
  {
    required: 'Cần ghi ô này',
    length: 'Quá ngắn hoặc quá dài',
    number: 'Số ngoài khoảng cho phép',
    date: 'Ngày không hợp lệ',
    email: 'Địa chỉ e-mail không hợp lệ',
    choice: 'Hãy chọn một mục trong danh sách',
    form: 'Không đúng dạng',
    unsaved: 'Có thay đổi chưa lưu',
    nothingChanged: 'Chưa có thay đổi',
    undo: 'Bỏ thay đổi',
    save: 'Lưu',
  },
  {
    required: 'This is needed',
    length: 'Too short or too long',
    number: 'The number is out of range',
    date: 'This is no valid day',
    email: 'This is no e-mail address',
    choice: 'Pick one of the list',
    form: 'Not in the right form',
    unsaved: 'There are changes not saved yet',
    nothingChanged: 'Nothing is changed',
    undo: 'Undo',
    save: 'Save',
  },
);
