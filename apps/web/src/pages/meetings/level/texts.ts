import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'meetings.level',
  {
    level: 'Cấp họp',
    asUnit: 'Theo đơn vị tổ chức',
    every: 'Mọi cấp',
  },
  {
    level: 'Level',
    asUnit: 'As of who holds it',
    every: 'Every level',
  },
);
