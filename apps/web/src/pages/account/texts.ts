import { textsOf } from '../../i18n/texts-of';

export const useTexts = textsOf(
  'accountPage',
  {
    title: 'Tài khoản của tôi',
    profile: 'Thông tin',
    password: 'Mật khẩu',
    factors: 'Bảo vệ tài khoản',
    sessions: 'Nơi đang đăng nhập',
    roles: 'Vai trò',
    children: 'Con của tôi',
    personal: 'Dữ liệu cá nhân',
  },
  {
    title: 'My account',
    profile: 'About me',
    password: 'Password',
    factors: 'Protection',
    sessions: 'Where I am signed in',
    roles: 'Roles',
    children: 'My children',
    personal: 'Personal data',
  },
);
