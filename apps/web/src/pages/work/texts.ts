import { textsOf } from '../../i18n/texts-of';

export const useTexts = textsOf(
  'work.today',
  {
    title: 'Hôm nay',
    lead: 'Những phiên họp sắp tới và việc đang chờ bạn.',
  },
  {
    title: 'Today',
    lead: 'The meetings to come and what waits for you.',
  },
);
