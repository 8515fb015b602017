import { textsOf } from '../../i18n/texts-of';

export const useTexts = textsOf(
  'admin.dates',
  {
    placeholder: 'nn/tt/nnnn',
    fault: 'Ghi ngày dạng 01/07/2025',
    pick: 'Mở lịch: {{label}}',
  },
  {
    placeholder: 'dd/mm/yyyy',
    fault: 'Write the day as 01/07/2025',
    pick: 'Open the calendar: {{label}}',
  },
);
