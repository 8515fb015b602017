import type { ReminderAbout } from '@diemcau/contracts/meetings/reminders';

/** What a letter needs to know of the meeting. */
export interface Meeting {
  readonly title: string;
  readonly unitName: string;
  readonly startsAt: Date;
  /** IANA name: people are told the wall time there. */
  readonly zone: string;
  /** Of the agenda item, of the site invited or not closed. */
  readonly subject: string | null;
  /** When the agenda item is due. */
  readonly dueAt: Date | null;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

const longestSubject = 200;

/** «08:00 ngày 25/01/2027»; in English as well, so that there is one way to write it. */
function wallTime(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return `${of('hour')}:${of('minute')} ${of('day')}/${of('month')}/${of('year')}`;
}

/**
 * In both languages, Vietnamese first: the post does not know which one its reader prefers.
 * @param links where what is asked for is done; none for somebody without an account, when there is nothing to be opened
 */
export function letterOf(about: ReminderAbout, meeting: Meeting, links: readonly string[]): Letter {
  const when = wallTime(meeting.startsAt, meeting.zone);
  const { vi, en, short } = words(about, meeting);
  const text = [
    vi,
    '',
    `Cuộc họp: ${meeting.title}`,
    `Đơn vị chủ trì: ${meeting.unitName}`,
    `Thời gian: ${when} (${meeting.zone})`,
    '',
    ...(links.length > 0 ? ['Thực hiện tại · To be done at:', ...links, ''] : []),
    '—',
    en,
    `Meeting: ${meeting.title}; held by: ${meeting.unitName}; time: ${when} (${meeting.zone})`,
  ].join('\n');
  const subject = `${short}: ${meeting.title}`;
  return {
    subject: subject.length > longestSubject ? `${subject.slice(0, longestSubject - 1)}…` : subject,
    text,
  };
}

function words(
  about: ReminderAbout,
  { subject, dueAt, startsAt, zone }: Meeting,
): Record<'vi' | 'en' | 'short', string> {
  switch (about) {
    case 'start':
      return {
        vi: 'Xin nhắc cuộc họp sắp bắt đầu. Đề nghị kiểm tra thiết bị, nguồn điện, đường truyền của điểm cầu.',
        en: 'A meeting is about to begin. Please check equipment, power and line of your site.',
        short: `Nhắc họp lúc ${wallTime(startsAt, zone)}`,
      };
    case 'agenda': {
      const until = wallTime(dueAt ?? startsAt, zone);
      return {
        vi: `Nội dung «${subject}» do đơn vị chuẩn bị, hạn nộp ${until}, chưa được nộp.`,
        en: `The agenda item “${subject}”, prepared by your unit and due at ${until}, has not been submitted.`,
        short: 'Nhắc nộp nội dung',
      };
    }
    case 'answer':
      return {
        vi: `Giấy mời${subject ? ` của ${subject}` : ''} chưa được trả lời. Xin trả lời: tham dự, không tham dự hoặc uỷ quyền.`,
        en: `The invitation${subject ? ` of ${subject}` : ''} has not been answered. Please accept, decline or delegate.`,
        short: 'Nhắc trả lời giấy mời',
      };
    case 'closing':
      return {
        vi: `Điểm cầu «${subject}» chưa kiểm tra sau phiên họp: thiết bị, dây điện, tắt máy, vệ sinh, khoá cửa. Mất khoảng 1 phút.`,
        en: `The site “${subject}” has not been closed after the meeting: devices, wiring, switching off, tidiness, locks. It takes about a minute.`,
        short: 'Nhắc kiểm tra sau phiên họp',
      };
  }
}
