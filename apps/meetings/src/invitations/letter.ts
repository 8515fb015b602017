import type { CalendarMethod } from '@diemcau/contracts/identity/mail';

/** What a mail about an invitation says. */
export interface LetterParts {
  readonly method: CalendarMethod;
  /** Did its reader get an earlier one of the same invitation? */
  readonly again: boolean;
  /** The reader. */
  readonly name: string;
  /** The site that is invited; null for a person. */
  readonly siteName: string | null;
  readonly title: string;
  readonly ownerUnitName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly dispatchNumber: string | null;
  readonly roomLink: string | null;
  readonly replyLink: string;
}
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

const longestSubject = 200;

/** In both languages, Vietnamese first: which one its reader prefers is not known here. */
export function letterOf(parts: LetterParts): Letter {
  const subject = `${headOf(parts)}: ${parts.title} (${wallTime(parts.startsAt, parts.zone)})`;
  return {
    subject: subject.length > longestSubject ? `${subject.slice(0, longestSubject - 1)}…` : subject,
    text: `${vi(parts)}\n\n— — —\n\n${en(parts)}\n`,
  };
}

function headOf({ method, again }: LetterParts): string {
  if (method === 'CANCEL') return 'Huỷ họp';
  return again ? 'Thay đổi cuộc họp' : 'Mời họp';
}

function vi(parts: LetterParts): string {
  const { method, again, name, siteName } = parts;
  const whom = siteName === null ? 'Ông/Bà' : `điểm cầu ${siteName}`;
  const opening =
    method === 'CANCEL'
      ? `Giấy mời ${whom} dự cuộc họp dưới đây không còn hiệu lực: cuộc họp bị huỷ, hoãn, hoặc thành phần đã đổi.`
      : again
        ? `Cuộc họp mà ${whom} được mời có thay đổi. Thông tin mới nhất:`
        : `Trân trọng kính mời ${whom} dự cuộc họp:`;
  return [
    `Kính gửi ${name},`,
    '',
    opening,
    '',
    ...facts(parts, {
      what: 'Cuộc họp',
      who: 'Đơn vị tổ chức',
      when: 'Thời gian',
      by: 'Công văn',
      where: 'Phòng họp',
    }),
    ...(method === 'CANCEL'
      ? []
      : [
          '',
          'Xin trả lời tham dự hay không (không cần đăng nhập):',
          parts.replyLink,
          '',
          'Chỉ trả lời ở liên kết này mới tới đơn vị tổ chức. Hộp thư gửi không nhận thư trả lời; nút «Chấp nhận» của Outlook,',
          'Google hay điện thoại chỉ ghi vào lịch riêng.',
        ]),
  ].join('\n');
}

function en(parts: LetterParts): string {
  const { method, again, name, siteName } = parts;
  const whom = siteName === null ? 'you' : `the site ${siteName}`;
  const opening =
    method === 'CANCEL'
      ? `The invitation of ${whom} to the meeting below is over: it was cancelled, postponed, or takes place with others.`
      : again
        ? `The meeting to which ${whom} ${siteName === null ? 'are' : 'is'} invited has changed. As it is now:`
        : `We have the honour to invite ${whom} to the meeting:`;
  return [
    `Dear ${name},`,
    '',
    opening,
    '',
    ...facts(parts, { what: 'Meeting', who: 'Held by', when: 'Time', by: 'Dispatch', where: 'Room' }),
    ...(method === 'CANCEL'
      ? []
      : [
          '',
          'Please say whether you come (no sign-in is needed):',
          parts.replyLink,
          '',
          'Only answers at this link reach the organiser. Replies to this mail are not read; “Accept” in Outlook, Google or on a',
          'phone only notes it in your own calendar.',
        ]),
  ].join('\n');
}

function facts(
  { title, ownerUnitName, startsAt, endsAt, zone, dispatchNumber, roomLink, method }: LetterParts,
  words: Record<'what' | 'who' | 'when' | 'by' | 'where', string>,
): string[] {
  return [
    `${words.what}: ${title}`,
    `${words.who}: ${ownerUnitName}`,
    `${words.when}: ${wallTime(startsAt, zone)} – ${wallTime(endsAt, zone)} (${zone})`,
    ...(dispatchNumber === null ? [] : [`${words.by}: ${dispatchNumber}`]),
    ...(roomLink === null || method === 'CANCEL' ? [] : [`${words.where}: ${roomLink}`]),
  ];
}

/** «08:00 25/11/2026» */
function wallTime(at: Date, zone: string): string {
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const [day, time] = shown.format(at).split(', ');
  return `${time} ${day}`;
}
