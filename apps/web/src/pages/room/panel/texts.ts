import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'panel',
  { people: 'Thành viên', chat: 'Trao đổi', close: 'Đóng' },
  { people: 'People', chat: 'Chat', close: 'Close' },
);
