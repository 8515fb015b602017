import { textsOf } from '../../i18n/texts-of';

export const useTexts = textsOf(
  'room',
  { joining: 'Đang vào phòng…', pictures: 'Hình ảnh' },
  { joining: 'Entering the room…', pictures: 'Pictures' },
);
