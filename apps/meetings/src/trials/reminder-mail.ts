import type { TrialRow } from './trial-row.js';

const moment = new Intl.DateTimeFormat('vi-VN', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** To who runs a unit's site and has not passed yet. Vietnamese first, English below. */
export const reminderOf = (
  { id, title, endsAt, unitName: organiser }: Pick<TrialRow, 'id' | 'title' | 'endsAt' | 'unitName'>,
  unitName: string,
): { subject: string; text: string } => ({
  subject: `Nhắc chạy thử: ${title}`.slice(0, 200),
  text: [
    `${unitName} chưa đạt trong đợt chạy thử «${title}» của ${organiser}.`,
    `Đợt chạy thử đóng lúc ${moment.format(endsAt)}. Xin đăng nhập, mở Điều hành › Chạy thử và làm theo từng bước:`,
    `đường truyền, âm thanh, hình ảnh, thiết bị. Mất khoảng 5 phút.`,
    '',
    `${unitName} has not passed the trial “${title}” yet. Please sign in and open Workplace › Trials`,
    `(/work/trials/${id}); it closes at ${moment.format(endsAt)}.`,
  ].join('\n'),
});
