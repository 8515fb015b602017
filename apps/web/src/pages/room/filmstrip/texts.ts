import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'filmstrip',
  {
    filmstrip: 'Các điểm cầu',
    previous: 'Trang trước',
    next: 'Trang sau',
    page: 'Trang {{page}}/{{pages}}',
    pin: 'Đưa {{name}} lên hình chính',
  },
  {
    filmstrip: 'Sites',
    previous: 'Previous page',
    next: 'Next page',
    page: 'Page {{page}}/{{pages}}',
    pin: 'Put {{name}} on the main picture',
  },
);
