import { textsOf } from '../i18n/texts-of';

export const useTexts = textsOf(
  'app',
  {
    notFound: 'Không có trang này',
    notFoundText: 'Địa chỉ có thể đã gõ nhầm. Địa chỉ phòng họp có dạng /r/ten-phong.',
    toHome: 'Về trang chủ',
  },
  {
    notFound: 'There is no such page',
    notFoundText: 'The address may be mistyped. Addresses of rooms look like /r/room-name.',
    toHome: 'To the home page',
  },
);
