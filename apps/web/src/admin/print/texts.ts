import { textsOf } from '../../i18n/texts-of';

export const useTexts = textsOf(
  'admin.print',
  { close: 'Đóng', print: 'In {{n}} phiếu', done: 'Xong, đóng lại' },
  { close: 'Close', print: 'Print {{n}} slips', done: 'Done, close' },
);
