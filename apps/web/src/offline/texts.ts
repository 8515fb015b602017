import { textsOf } from '../i18n/texts-of';

export const useTexts = textsOf(
  'offline',
  {
    offline: 'Thiết bị này đang mất mạng. Khi có mạng lại, trang sẽ tự tiếp tục.',
    unreachable: 'Chưa liên lạc được với máy chủ. Trang sẽ tự thử lại và tiếp tục.',
  },
  {
    offline: 'This device is offline. The page goes on by itself when the network is back.',
    unreachable: 'The server does not answer yet. The page tries again and goes on by itself.',
  },
);
