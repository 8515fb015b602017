import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'accountPage.links',
  {
    title: 'Tài khoản bên ngoài đã liên kết',
    link: 'Liên kết {{name}}',
    unlink: 'Bỏ liên kết',
    unlinked: 'Đã bỏ liên kết',
    linkedAt: 'Liên kết ngày {{at}}',
    usedAt: 'dùng gần nhất {{at}}',
    linked: 'Đã liên kết. Từ nay có thể đăng nhập bằng tài khoản đó.',
    linkedElsewhere: 'Tài khoản bên ngoài này đã gắn với một người khác.',
    cancelled: 'Bạn đã huỷ ở nơi đăng nhập bên ngoài; chưa có gì thay đổi.',
    failed: 'Liên kết không thành công; xin thử lại.',
  },
  {
    title: 'Linked outside accounts',
    link: 'Link {{name}}',
    unlink: 'Unlink',
    unlinked: 'It is unlinked',
    linkedAt: 'Linked {{at}}',
    usedAt: 'last used {{at}}',
    linked: 'It is linked. From now on you can sign in with that account.',
    linkedElsewhere: 'That outside account is linked to somebody else.',
    cancelled: 'You cancelled at the outside provider; nothing has changed.',
    failed: 'Linking failed; please try again.',
  },
);
