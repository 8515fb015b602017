import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'work.sites.pick',
  {
    placeholder: 'Gõ tên điểm cầu hoặc đơn vị',
    searching: 'Đang tìm…',
    closed: '{{site}} (đang tạm ngừng)',
    nothing: 'Không có điểm cầu nào như vậy',
  },
  {
    placeholder: 'Type the name of a site or unit',
    searching: 'Searching…',
    closed: '{{site}} (suspended)',
    nothing: 'There is no such site',
  },
);
