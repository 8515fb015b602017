import { letterOf, type Meeting } from './letter.js';

const meeting: Meeting = {
  title: 'Giao ban tháng 1',
  unitName: 'Sở mẫu',
  startsAt: new Date('2027-01-25T01:00:00Z'),
  zone: 'Asia/Ho_Chi_Minh',
  subject: null,
  dueAt: null,
};

const links = ['https://hop.so-gddt.example/work/checks'];

describe('the letter of a reminder', () => {
  it('tells the wall time of the meeting’s own zone, in both languages', () => {
    const { subject, text } = letterOf('start', meeting, links);
    expect(subject).toBe('Nhắc họp lúc 08:00 25/01/2027: Giao ban tháng 1');
    expect(text).toContain('Thời gian: 08:00 25/01/2027 (Asia/Ho_Chi_Minh)');
    expect(text).toContain('time: 08:00 25/01/2027');
    expect(text).toContain(links[0]);
  });

  it('names the item that is due, and when', () => {
    const { text } = letterOf(
      'agenda',
      {
        ...meeting,
        subject: 'Báo cáo thu chi',
        dueAt: new Date('2027-01-22T10:00:00Z'),
      },
      links,
    );
    expect(text).toContain('«Báo cáo thu chi» do đơn vị chuẩn bị, hạn nộp 17:00 22/01/2027');
  });

  it('names the site that was not closed', () => {
    const { subject, text } = letterOf('closing', { ...meeting, subject: 'Phòng họp mẫu' }, links);
    expect(subject).toBe('Nhắc kiểm tra sau phiên họp: Giao ban tháng 1');
    expect(text).toContain('Điểm cầu «Phòng họp mẫu» chưa kiểm tra sau phiên họp');
    expect(text).toContain(links[0]);
  });

  it('has a subject that mail programs take, however long the title', () => {
    const { subject } = letterOf('answer', { ...meeting, title: 'Họp '.repeat(80) }, links);
    expect(subject).toHaveLength(200);
    expect(subject.endsWith('…')).toBe(true);
  });
});
