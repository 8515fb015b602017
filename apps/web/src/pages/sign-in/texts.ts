import { textsOf } from '../../i18n/texts-of';

export const useTexts = textsOf(
  'signIn',
  {
    title: 'Đăng nhập',
    intro: 'Dành cho cán bộ có tài khoản. Đơn vị được mời họp không cần tài khoản: mở thẳng địa chỉ phòng.',
    userName: 'Tên đăng nhập',
    password: 'Mật khẩu',
    showPassword: 'Hiện hoặc ẩn mật khẩu',
    submit: 'Đăng nhập',
    unreachable: 'Không liên lạc được với máy chủ; xin kiểm tra đường truyền rồi thử lại',
  },
  {
    title: 'Sign in',
    intro: 'For staff with an account. Units invited to a meeting need none: open the address of the room.',
    userName: 'User name',
    password: 'Password',
    showPassword: 'Show or hide the password',
    submit: 'Sign in',
    unreachable: 'The server cannot be reached; please check your line and try again',
  },
);
