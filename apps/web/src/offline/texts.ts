import { textsOf } from '../i18n/texts-of';

export const useTexts = textsOf(
  'offline',
  { offline: 'Thiết bị này đang mất mạng. Khi có mạng lại, trang sẽ tự tiếp tục.' },
  { offline: 'This device is offline. The page goes on by itself when the network is back.' },
);
