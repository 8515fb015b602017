import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'stage',
  {
    stage: 'Hình chính',
    unpin: 'Bỏ ghim',
    nobody: 'Chưa có ai bật camera',
    present: 'Trong phòng: {{count}}',
  },
  {
    stage: 'Main picture',
    unpin: 'Unpin',
    nobody: 'Nobody has a camera on yet',
    present: 'In the room: {{count}}',
  },
);
