/** What the letter about a cancelled event says. */
export interface CancelledEvent {
  readonly title: string;
  readonly unitName: string;
  readonly startsAt: Date | null;
  readonly reason: string | null;
}

const moment = new Intl.DateTimeFormat('vi-VN', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Ho_Chi_Minh',
});
const longestSubject = 200;

/** To everybody registered. Vietnamese first, English below. */
export function cancellationOf({ title, unitName, startsAt, reason }: CancelledEvent): {
  readonly subject: string;
  readonly text: string;
} {
  const [begun, begins] = startsAt
    ? [`, buổi đầu ${moment.format(startsAt)}`, `, first session ${moment.format(startsAt)}`]
    : ['', ''];
  return {
    subject: `Huỷ lớp tập huấn: ${title}`.slice(0, longestSubject),
    text: [
      `${unitName} đã huỷ lớp tập huấn «${title}»${begun}.`,
      ...(reason ? [`Lý do: ${reason}`] : []),
      'Đăng ký của thầy/cô không còn hiệu lực; xin không đến dự.',
      '',
      `${unitName} has cancelled the training “${title}”${begins}.${reason ? ` Reason: ${reason}` : ''}`,
      'Your registration no longer holds; please do not come.',
    ].join('\n'),
  };
}
