import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'chat',
  {
    lines: 'Nội dung trao đổi',
    empty: 'Chưa có lời nào. Mọi người trong phòng đều đọc được những gì viết ở đây.',
    write: 'Viết cho mọi người…',
    send: 'Gửi',
    failed: 'Chưa gửi được, xin bấm gửi lại',
  },
  {
    lines: 'What was written',
    empty: 'Nothing yet. Everybody in the room can read what is written here.',
    write: 'Write to everybody…',
    send: 'Send',
    failed: 'Not sent, please press send again',
  },
);
