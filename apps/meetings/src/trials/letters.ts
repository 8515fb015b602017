/** What letters about a window say of it. */
export interface WindowTold {
  readonly trialId: string;
  readonly title: string;
  readonly organiser: string;
  readonly endsAt: Date;
  readonly unitId: string;
  readonly unitName: string;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

const moment = new Intl.DateTimeFormat('vi-VN', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Ho_Chi_Minh',
});
const longestSubject = 200;

const letter = (subject: string, lines: readonly string[]): Letter => ({
  subject: subject.slice(0, longestSubject),
  text: lines.join('\n'),
});

/** Vietnamese first, English below. @param origin address of this installation */
export function openingOf({ title, organiser, endsAt, unitName, ...of }: WindowTold, origin: string): Letter {
  const [until, link] = [moment.format(endsAt), linkTo(of, origin)];
  return letter(`Đã mở đợt chạy thử: ${title}`, [
    `${organiser} mời ${unitName} chạy thử trong đợt «${title}», mở từ bây giờ đến ${until}.`,
    'Xin mở liên kết sau bằng tài khoản của đơn vị, trên máy sẽ dùng để họp, và làm theo từng bước: đường truyền,',
    'âm thanh, hình ảnh, thiết bị. Mất khoảng 5 phút; chưa đạt thì thử lại được.',
    link,
    '',
    `${organiser} asks ${unitName} to take part in the trial “${title}”, which is open until ${until}. Please sign in on the`,
    `computer used for meetings and follow the steps; some 5 minutes, and you may try again: ${link}`,
  ]);
}

/** To who was told another end and has not passed. */
export function movedOf({ title, organiser, endsAt, unitName, ...of }: WindowTold, origin: string): Letter {
  const [until, link] = [moment.format(endsAt), linkTo(of, origin)];
  return letter(`Đổi giờ đóng đợt chạy thử: ${title}`, [
    `${organiser} đổi giờ đóng đợt chạy thử «${title}»: nay đóng lúc ${until}. ${unitName} chưa đạt, còn thử được đến lúc đó:`,
    link,
    '',
    `${organiser} has changed the end of the trial “${title}”: it now closes at ${until}. ${unitName} has not passed and may`,
    `try until then: ${link}`,
  ]);
}

/** The last one before the window closes, to who has not passed. */
export function closingOf({ title, organiser, endsAt, unitName, ...of }: WindowTold, origin: string): Letter {
  const [until, link] = [moment.format(endsAt), linkTo(of, origin)];
  return letter(`Sắp đóng, ${unitName} chưa đạt: ${title}`, [
    `Đợt chạy thử «${title}» của ${organiser} đóng lúc ${until}; ${unitName} chưa đạt.`,
    'Xin mở liên kết sau và thử ngay. Nếu vướng, xin gọi đơn vị tổ chức trước giờ đóng.',
    link,
    '',
    `The trial “${title}” of ${organiser} closes at ${until}, and ${unitName} has not passed. Please try now; if something is`,
    `in the way, call the organiser before it closes: ${link}`,
  ]);
}

const linkTo = ({ trialId, unitId }: Pick<WindowTold, 'trialId' | 'unitId'>, origin: string): string =>
  `${origin}/work/trials/${trialId}/${unitId}`;
