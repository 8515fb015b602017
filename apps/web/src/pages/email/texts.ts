import { textsOf } from '../../i18n/texts-of';

export const useTexts = textsOf(
  'email',
  {
    title: 'Xác nhận địa chỉ e-mail',
    text: 'Bấm để dùng địa chỉ e-mail đã nhận thư cho tài khoản của bạn.',
    confirm: 'Xác nhận',
    account: 'Về tài khoản của tôi',
    doneTitle: 'Đã xác nhận',
    doneText: 'Tài khoản của bạn dùng địa chỉ {{email}} từ bây giờ.',
    overTitle: 'Liên kết không còn dùng được',
    overText: 'Liên kết đã quá hạn hoặc đã được dùng. Bạn có thể xin thư khác trong trang tài khoản.',
  },
  {
    title: 'Confirm your e-mail address',
    text: 'Press to use the address that received the mail for your account.',
    confirm: 'Confirm',
    account: 'To my account',
    doneTitle: 'Confirmed',
    doneText: 'Your account uses {{email}} from now on.',
    overTitle: 'This link does not work any more',
    overText: 'It has expired or was used. You can ask for another mail on the account page.',
  },
);
