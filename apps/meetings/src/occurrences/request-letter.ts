/** What letters about a request say of it. */
export interface RequestTold {
  readonly id: string;
  readonly title: string;
  /** Who asks for the meeting. */
  readonly unitName: string;
  readonly urgent: boolean;
  readonly startsAt: Date;
  /** IANA name: people are told the wall time there. */
  readonly zone: string;
  /** Why it is asked for, or why it was refused; null where nobody said. */
  readonly reason: string | null;
}
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

const longestSubject = 200;

/** «08:00 25/11/2026» */
function wallTime({ startsAt, zone }: RequestTold): string {
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const [day, time] = shown.format(startsAt).split(', ');
  return `${time} ${day}`;
}

const because = (reason: string | null, word: string): string[] => (reason ? [`${word}: ${reason}`] : []);

/** To who may decide; Vietnamese first, English below. @param origin address of this installation */
export function askedLetter(told: RequestTold, origin: string): Letter {
  const { title, unitName, urgent, reason } = told;
  const [at, link] = [wallTime(told), `${origin}/work/requests`];
  return {
    subject: `${urgent ? 'KHẨN · ' : ''}Chờ duyệt họp: ${title} (${at})`.slice(0, longestSubject),
    text: [
      `${unitName} đề nghị ${urgent ? 'họp khẩn' : 'họp'}: «${title}», lúc ${at}.`,
      ...because(reason, 'Lý do'),
      'Xin duyệt hoặc từ chối tại:',
      link,
      '',
      `${unitName} asks for ${urgent ? 'an urgent' : 'a'} meeting, “${title}”, at ${at}. Please approve or refuse it: ${link}`,
    ].join('\n'),
  };
}

/** To who asked. */
export function decidedLetter(told: RequestTold, approved: boolean, origin: string): Letter {
  const { id, title, reason } = told;
  const [at, link] = [wallTime(told), `${origin}/work/meetings/${id}`];
  return {
    subject: `${approved ? 'Đã duyệt họp' : 'Không duyệt họp'}: ${title} (${at})`.slice(0, longestSubject),
    text: [
      `Đề nghị họp «${title}», lúc ${at}, ${approved ? 'đã được duyệt.' : 'không được duyệt.'}`,
      ...(approved ? [] : because(reason, 'Lý do')),
      link,
      '',
      `The meeting you asked for, “${title}” at ${at}, was ${approved ? 'approved' : 'refused'}: ${link}`,
    ].join('\n'),
  };
}
