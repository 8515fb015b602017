/** What the letter to a site says. */
export interface CheckOpened {
  readonly title: string;
  readonly ownerUnitName: string;
  readonly siteName: string;
  readonly startsAt: Date;
  readonly closesAt: Date;
  /** IANA name: people are told the wall time there. */
  readonly zone: string;
}

const longestSubject = 200;

/** «08:00 25/11/2026» */
function wallTime(at: Date, zone: string): string {
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const [day, time] = shown.format(at).split(', ');
  return `${time} ${day}`;
}

/**
 * In both languages, Vietnamese first: which one its reader prefers is not known here.
 * @param link opens the check of this site and meeting alone, without a sign-in
 */
export function letterOf(opened: CheckOpened, link: string): { subject: string; text: string } {
  const { title, ownerUnitName, siteName, startsAt, closesAt, zone } = opened;
  const [starts, closes] = [wallTime(startsAt, zone), wallTime(closesAt, zone)];
  const subject = `Kiểm tra điểm cầu trước ${closes}: ${title}`;
  const text = [
    `Đã đến lúc kiểm tra kết nối của điểm cầu ${siteName} cho cuộc họp dưới đây. Xin làm xong trước ${closes} (${zone}).`,
    '',
    `Cuộc họp: ${title}`,
    `Đơn vị tổ chức: ${ownerUnitName}`,
    `Thời gian họp: ${starts} (${zone})`,
    '',
    'Mở liên kết sau tại điểm cầu, trên máy sẽ dùng để họp; khoảng 5 phút, không cần đăng nhập:',
    link,
    '',
    'Liên kết chỉ dùng cho điểm cầu và cuộc họp này, tới giờ họp. Xin không chuyển cho người khác.',
    '',
    '— — —',
    '',
    `It is time to check the connection of the site ${siteName} for the meeting “${title}”, held by ${ownerUnitName},`,
    `which begins at ${starts} (${zone}). Please be done by ${closes}.`,
    'Open the link at the site, on the computer of the meeting; some 5 minutes, no sign-in is needed:',
    link,
    'It is for this site and meeting alone, until the meeting starts. Please do not pass it on.',
  ].join('\n');
  return {
    subject: subject.length > longestSubject ? `${subject.slice(0, longestSubject - 1)}…` : subject,
    text,
  };
}
