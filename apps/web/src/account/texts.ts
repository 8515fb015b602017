import { textsOf } from '../i18n/texts-of';

export const useTexts = textsOf(
  'account',
  {
    toConsole: 'Quản trị',
    toWork: 'Kế hoạch, họp, điểm cầu',
    signIn: 'Đăng nhập',
    myAccount: 'Tài khoản của tôi',
    signOut: 'Đăng xuất',
    signOutEverywhere: 'Đăng xuất trên mọi thiết bị',
  },
  {
    toConsole: 'Administration',
    toWork: 'Plans, meetings, sites',
    signIn: 'Sign in',
    myAccount: 'My account',
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out on all devices',
  },
);
