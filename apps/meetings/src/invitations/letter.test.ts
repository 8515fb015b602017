import { letterOf, type LetterParts } from './letter.js';

const parts: LetterParts = {
  method: 'REQUEST',
  again: false,
  name: 'Nguyễn Văn Mẫu',
  siteName: 'Trường THPT Như Xuân',
  title: 'Giao ban tháng 11',
  ownerUnitName: 'Sở mẫu',
  startsAt: new Date('2026-11-25T01:00:00Z'),
  endsAt: new Date('2026-11-25T04:30:00Z'),
  zone: 'Asia/Ho_Chi_Minh',
  dispatchNumber: '1234/SGDĐT-VP',
  roomLink: 'https://hop.example/r/giao-ban',
  replyLink: 'https://hop.example/reply#token=x',
};

test('an invitation says what, who, when, where, and how to answer, in both languages', () => {
  const { subject, text } = letterOf(parts);
  expect(subject).toBe('Mời họp: Giao ban tháng 11 (08:00 25/11/2026)');
  expect(text).toContain('kính mời điểm cầu Trường THPT Như Xuân dự cuộc họp');
  expect(text).toContain('Thời gian: 08:00 25/11/2026 – 11:30 25/11/2026 (Asia/Ho_Chi_Minh)');
  expect(text).toContain('Công văn: 1234/SGDĐT-VP');
  expect(text.split(parts.replyLink)).toHaveLength(3);
  expect(text).toContain('Hộp thư gửi không nhận thư trả lời');
  expect(text).toContain('Replies to this mail are not read');
  expect(text).toContain('We have the honour to invite the site Trường THPT Như Xuân');
});

test('a change says so, and a cancellation asks for nothing', () => {
  expect(letterOf({ ...parts, again: true }).subject).toMatch(/^Thay đổi cuộc họp: /);
  const { subject, text } = letterOf({ ...parts, method: 'CANCEL', again: true });
  expect(subject).toMatch(/^Huỷ họp: /);
  expect(text).not.toContain(parts.replyLink);
  expect(text).not.toContain('https://');
});

test('a long title is cut in the subject only', () => {
  const title = 'Hội nghị '.repeat(30).trim();
  const { subject, text } = letterOf({ ...parts, title });
  expect(subject.length).toBe(200);
  expect(text).toContain(title);
});
