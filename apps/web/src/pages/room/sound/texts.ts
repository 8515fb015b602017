import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'sound',
  { unblock: 'Bấm để nghe âm thanh' },
  { unblock: 'Press to hear the sound' },
);
