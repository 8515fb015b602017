import type { DataKind } from './data-kind.js';
import { duty } from './legal-bases.js';

/** What the plans, meetings and trainings of units hold about people. */
export const dataKindsOfMeetings = {
  meetingWork: {
    service: 'meetings',
    retention: { until: 'never' },
    vi: {
      title:
        'Việc trong phiên họp: chủ trì, điều khiển, thư ký; ai lập, ai duyệt kế hoạch, chuỗi và phiên; ai nộp nội dung, làm việc chuẩn bị, khai số người dự',
      purpose: 'Biết ai chịu trách nhiệm về phiên họp; hồ sơ công việc của đơn vị',
      legalBasis: duty.vi,
      seenBy: 'Người có quyền «meetings.read» trên đơn vị tổ chức hoặc đơn vị có điểm cầu dự',
    },
    en: {
      title:
        'Work in meetings: chair, director, secretary; authors and approvers of plans, series and meetings; who submitted papers, prepared, declared headcounts',
      purpose: 'To know who answers for a meeting; records of the unit',
      legalBasis: duty.en,
      seenBy: 'Holders of `meetings.read` over the owner or a unit whose site takes part',
    },
  },
  invitations: {
    service: 'meetings',
    retention: { until: 'never' },
    vi: {
      title: 'Giấy mời họp: ai được mời, trả lời thế nào, cử ai đi thay',
      purpose: 'Mời họp, biết ai sẽ dự',
      legalBasis: duty.vi,
      seenBy: 'Người được mời; người có quyền «meetings.read» của phiên họp',
    },
    en: {
      title: 'Invitations: who was invited, the answer, who goes instead',
      purpose: 'To invite and to know who will come',
      legalBasis: duty.en,
      seenBy: 'Who was invited; holders of `meetings.read` of the meeting',
    },
  },
  invitationReasons: {
    service: 'meetings',
    retention: { until: 'days', setting: 'roomTraces' },
    vi: {
      title: 'Lý do không dự họp mà người được mời ghi; giữ từ ngày họp',
      purpose: 'Để người chủ trì quyết định cử người thay hoặc đổi giờ',
      legalBasis: duty.vi,
      seenBy: 'Người đã trả lời; người có quyền «meetings.read» của phiên họp',
    },
    en: {
      title: 'Reasons why somebody invited does not come; kept from the day of the meeting',
      purpose: 'So that the chair can ask for somebody else or another time',
      legalBasis: duty.en,
      seenBy: 'Who answered; holders of `meetings.read` of the meeting',
    },
  },
  calendarFeeds: {
    service: 'meetings',
    retention: { until: 'fixedDays', days: 365 },
    vi: {
      title: 'Lịch đăng ký từ Outlook, Google, điện thoại: tên lịch, lần đọc gần nhất; giữ từ lần đọc ấy',
      purpose: 'Đưa lịch họp tới lịch riêng của mỗi người; huỷ được khi lộ địa chỉ',
      legalBasis: duty.vi,
      seenBy: 'Chính người đó',
    },
    en: {
      title: 'Calendars subscribed to from Outlook, Google, phones: name, last read; kept from then on',
      purpose: 'To show meetings in one’s own calendar; to revoke an address that leaked',
      legalBasis: duty.en,
      seenBy: 'The person',
    },
  },
  meetingMails: {
    service: 'meetings',
    retention: { until: 'fixedDays', days: 400 },
    vi: {
      title: 'Thư mời, thư nhắc đã viết cho ai, khi nào; nội dung chỉ giữ tới khi chuyển đi',
      purpose: 'Để mỗi thư chỉ gửi một lần',
      legalBasis: duty.vi,
      seenBy: 'Không ai',
    },
    en: {
      title: 'Invitations and reminders written to whom and when; their text only until handed on',
      purpose: 'So that each is sent once',
      legalBasis: duty.en,
      seenBy: 'Nobody',
    },
  },
  attendance: {
    service: 'meetings',
    retention: { until: 'days', setting: 'roomTraces' },
    vi: {
      title: 'Lượt vào, ra phòng họp trực tuyến của từng người',
      purpose: 'Lập danh sách người dự, tính thời gian dự tập huấn',
      legalBasis: duty.vi,
      seenBy: 'Người có quyền «meetings.read» của phiên họp',
    },
    en: {
      title: 'When each person entered and left online rooms',
      purpose: 'To list who attended and how much of a training',
      legalBasis: duty.en,
      seenBy: 'Holders of `meetings.read` of the meeting',
    },
  },
  trainings: {
    service: 'meetings',
    retention: { until: 'never' },
    vi: {
      title: 'Đăng ký tập huấn và điểm danh: họ tên, đơn vị, điểm cầu, buổi có mặt',
      purpose: 'Xếp chỗ, xét hoàn thành tập huấn',
      legalBasis: duty.vi,
      seenBy: 'Chính người đó; người có quyền «trainings.manage» hoặc «trainings.register» trong phạm vi',
    },
    en: {
      title: 'Registrations for trainings and presence: name, unit, site, days',
      purpose: 'To give out seats and to judge completion',
      legalBasis: duty.en,
      seenBy: 'The person; holders of `trainings.manage` or `trainings.register` within their units',
    },
  },
  certificates: {
    service: 'meetings',
    retention: { until: 'never' },
    vi: {
      title: 'Giấy chứng nhận tập huấn: họ tên, đơn vị, số, mã tra cứu, việc thu hồi',
      purpose: 'Chứng nhận, để người khác tra cứu thật giả',
      legalBasis: duty.vi,
      seenBy: 'Chính người đó; người quản lý tập huấn; người có mã tra cứu',
    },
    en: {
      title: 'Certificates of trainings: name, unit, number, code, revocation',
      purpose: 'To certify and to let others verify',
      legalBasis: duty.en,
      seenBy: 'The person; who manages the training; whoever has the code',
    },
  },
  scores: {
    service: 'meetings',
    retention: { until: 'never' },
    vi: {
      title: 'Phiếu điểm dự giờ, thi: giám khảo, điểm đã cho; họ tên người dự thi như đơn vị ghi',
      purpose: 'Xếp hạng, chứng minh điểm',
      legalBasis: duty.vi,
      seenBy: 'Ban giám khảo; người có quyền «meetings.read» của phiên họp',
    },
    en: {
      title:
        'Score sheets of observations and contests: jurors, points given; contestants as units wrote them',
      purpose: 'To rank, and to show the points',
      legalBasis: duty.en,
      seenBy: 'The jury; holders of `meetings.read` of the meeting',
    },
  },
} as const satisfies Readonly<Record<string, DataKind>>;
