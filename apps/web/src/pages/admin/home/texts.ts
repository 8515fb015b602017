import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'admin.home',
  { title: 'Tổng quan', greeting: 'Xin chào, {{name}}.' },
  { title: 'Overview', greeting: 'Welcome, {{name}}.' },
);
