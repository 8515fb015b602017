import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'accountPage.password',
  {
    title: 'Mật khẩu',
    advice:
      'Không ai trong đơn vị biết mật khẩu của bạn, và không ai được hỏi. Khi đổi, các thiết bị khác phải đăng nhập lại.',
    change: 'Đổi mật khẩu',
    current: 'Mật khẩu đang dùng',
    showPassword: 'Hiện hoặc ẩn mật khẩu',
    save: 'Lưu mật khẩu mới',
    cancel: 'Huỷ bỏ',
    changed: 'Đã đổi mật khẩu; các thiết bị khác phải đăng nhập lại',
  },
  {
    title: 'Password',
    advice:
      'Nobody in your unit knows your password, and nobody may ask for it. When it changes, other devices have to sign in again.',
    change: 'Change the password',
    current: 'Your present password',
    showPassword: 'Show or hide the password',
    save: 'Save the new password',
    cancel: 'Cancel',
    changed: 'The password is changed; other devices have to sign in again',
  },
);
