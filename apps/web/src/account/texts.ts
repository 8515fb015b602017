import { textsOf } from '../i18n/texts-of';

export const useTexts = textsOf(
  'account',
  { signIn: 'Đăng nhập', signOut: 'Đăng xuất', signOutEverywhere: 'Đăng xuất trên mọi thiết bị' },
  { signIn: 'Sign in', signOut: 'Sign out', signOutEverywhere: 'Sign out on all devices' },
);
