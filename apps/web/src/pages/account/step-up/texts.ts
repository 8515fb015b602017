import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'accountPage.stepUp',
  {
    title: 'Xác nhận đó là bạn',
    text: 'Thay đổi này liên quan đến an toàn của tài khoản. Xin xác nhận lại, có hiệu lực trong 10 phút.',
    byPasskey: 'Dùng khoá truy cập',
    password: 'Mật khẩu đang dùng',
    showPassword: 'Hiện hoặc ẩn mật khẩu',
    confirm: 'Xác nhận',
    cancel: 'Huỷ bỏ',
  },
  {
    title: 'Confirm that it is you',
    text: 'This change is about the safety of your account. Please confirm once more; it lasts 10 minutes.',
    byPasskey: 'Use a passkey',
    password: 'Your present password',
    showPassword: 'Show or hide the password',
    confirm: 'Confirm',
    cancel: 'Cancel',
  },
);
