import type { DataKind } from './data-kind.js';
import { dataKindsOfMeetings } from './data-kinds-of-meetings.js';
import { dataKindsOfRooms } from './data-kinds-of-rooms.js';
import { dataKindsOfSites } from './data-kinds-of-sites.js';
import { consent, duty, security } from './legal-bases.js';

/** Every kind of personal data that the system holds: what the console, the documentation, the purge and the archives go by. */
export const dataKinds = {
  accounts: {
    service: 'identity',
    retention: { until: 'erasure' },
    vi: {
      title: 'Tài khoản: họ tên, tên đăng nhập, mã cán bộ hoặc học sinh, ngày sinh, đơn vị, vai trò',
      purpose: 'Biết ai là ai, ai được làm gì',
      legalBasis: duty.vi,
      seenBy: 'Chính người đó; người có quyền «users.read» trong phạm vi đơn vị',
    },
    en: {
      title: 'Account: name, user name, staff or student code, date of birth, unit, roles',
      purpose: 'To know who is who and who may do what',
      legalBasis: duty.en,
      seenBy: 'The person; holders of `users.read` within their units',
    },
  },
  contacts: {
    service: 'identity',
    retention: { until: 'erasure' },
    vi: {
      title: 'Liên hệ: điện thoại, thư điện tử; danh bạ cán bộ vận hành điểm cầu và việc tập huấn',
      purpose: 'Liên lạc khi họp, khi có sự cố; đặt lại mật khẩu',
      legalBasis: duty.vi,
      seenBy:
        'Danh bạ cán bộ vận hành: mọi đơn vị trong tỉnh (HB-10.3); phần còn lại: người có quyền trong phạm vi',
    },
    en: {
      title: 'Contacts: phone, e-mail; roster of site operators and their training',
      purpose: 'To reach people about meetings and incidents; to reset passwords',
      legalBasis: duty.en,
      seenBy:
        'The roster: all units of the province (HB-10.3); the rest: holders of the right within their units',
    },
  },
  classes: {
    service: 'identity',
    retention: { until: 'erasure' },
    vi: {
      title: 'Lớp học mà học sinh thuộc về, theo năm học',
      purpose: 'Tổ chức dạy học và kiểm tra',
      legalBasis: duty.vi,
      seenBy: 'Người có quyền «users.read» trong phạm vi trường',
    },
    en: {
      title: 'Classes that a student belongs to, by school year',
      purpose: 'To organise teaching and tests',
      legalBasis: duty.en,
      seenBy: 'Holders of `users.read` at the school',
    },
  },
  guardianships: {
    service: 'identity',
    retention: { until: 'erasure' },
    vi: {
      title: 'Quan hệ cha mẹ, người giám hộ với học sinh; sự đồng ý đã cho và đã rút',
      purpose: 'Để người đại diện thực hiện quyền thay trẻ em',
      legalBasis: consent.vi,
      seenBy: 'Người giám hộ; người có quyền «users.read» trong phạm vi trường',
    },
    en: {
      title: 'Guardians of students; consents given and withdrawn',
      purpose: 'So that representatives can exercise the rights of children',
      legalBasis: consent.en,
      seenBy: 'The guardians; holders of `users.read` at the school',
    },
  },
  sessions: {
    service: 'identity',
    retention: { until: 'fixedDays', days: 1 },
    vi: {
      title: 'Phiên đăng nhập: lúc nào, từ thiết bị và địa chỉ nào; giữ tới một ngày sau khi phiên hết',
      purpose: 'Để chủ tài khoản nhận ra việc đăng nhập lạ và đăng xuất từ xa',
      legalBasis: security.vi,
      seenBy: 'Chính người đó; người có quyền «sessions.read» trong phạm vi',
    },
    en: {
      title: 'Sign-in sessions: when, from which device and address; until a day after their end',
      purpose: 'So that people notice strange sign-ins and end them from afar',
      legalBasis: security.en,
      seenBy: 'The person; holders of `sessions.read` within their units',
    },
  },
  credentials: {
    service: 'identity',
    retention: { until: 'erasure' },
    vi: {
      title:
        'Mật khẩu (chỉ giữ trị băm), yếu tố xác thực thứ hai, khoá truy cập, mã khởi tạo (không lưu, chỉ suy ra)',
      purpose: 'Xác thực',
      legalBasis: security.vi,
      seenBy:
        'Không ai; danh sách thiết bị xác thực: chính người đó, người có quyền «users.secrets» trong phạm vi',
    },
    en: {
      title: 'Password (only its hash), second factors, passkeys, initial secrets (derived, never stored)',
      purpose: 'Authentication',
      legalBasis: security.en,
      seenBy: 'Nobody; the list of authenticators: the person, holders of `users.secrets` within their units',
    },
  },
  mails: {
    service: 'identity',
    retention: { until: 'days', setting: 'mails' },
    vi: {
      title: 'Thư do hệ thống viết: người nhận, nội dung',
      purpose: 'Chuyển thư, biết thư đã đi hay chưa',
      legalBasis: duty.vi,
      seenBy:
        'Người nhận; người có quyền «settings.read» trong phạm vi, liên kết vào tài khoản thì cần cả «users.secrets»',
    },
    en: {
      title: 'Mails written by the system: recipient, content',
      purpose: 'To deliver them and to know whether they went out',
      legalBasis: duty.en,
      seenBy:
        'The recipient; holders of `settings.read` within their units, for links into an account with `users.secrets` too',
    },
  },
  importFiles: {
    service: 'identity',
    retention: { until: 'days', setting: 'importFiles' },
    vi: {
      title: 'Tệp danh sách được nạp và từng dòng của tệp',
      purpose: 'Chạy thử, sửa lỗi, nạp lại',
      legalBasis: duty.vi,
      seenBy: 'Người đã gửi tệp; người có quyền «users.import» trên toàn tỉnh',
    },
    en: {
      title: 'Spreadsheets that were imported, and their rows',
      purpose: 'Dry run, correction, running again',
      legalBasis: duty.en,
      seenBy: 'Who sent the file; holders of `users.import` over the whole province',
    },
  },
  webhookDeliveries: {
    service: 'identity',
    retention: { until: 'days', setting: 'webhookDeliveries' },
    vi: {
      title: 'Lượt gửi tới hệ thống khác (webhook): mã người dùng và nội dung đã gửi',
      purpose: 'Gửi lại khi hỏng, đối soát',
      legalBasis: duty.vi,
      seenBy: 'Người có quyền «webhooks.manage» trong phạm vi',
    },
    en: {
      title: 'Deliveries to other systems (webhooks): user ids and what was sent',
      purpose: 'To repeat failed ones and to reconcile',
      legalBasis: duty.en,
      seenBy: 'Holders of `webhooks.manage` within their units',
    },
  },
  audit: {
    service: 'identity',
    retention: { until: 'never' },
    vi: {
      title: 'Nhật ký: ai đã làm gì, với ai, khi nào, từ đâu',
      purpose: 'Chứng minh ai đã làm gì; không sửa được, không xoá được (I7)',
      legalBasis: security.vi,
      seenBy: 'Người có quyền «audit.read» trong phạm vi. Sau khi xoá một người, chỉ còn mã số không tên',
    },
    en: {
      title: 'Audit log: who did what, to whom, when and from where',
      purpose: 'To show who did what; cannot be changed or deleted (I7)',
      legalBasis: security.en,
      seenBy:
        'Holders of `audit.read` within their units. After an erasure only an id without a name is left',
    },
  },
  privacyRequests: {
    service: 'identity',
    retention: { until: 'never' },
    vi: {
      title: 'Yêu cầu về dữ liệu cá nhân và việc giải quyết; bản tổng hợp dữ liệu chỉ giữ vài ngày',
      purpose: 'Chứng minh yêu cầu đã được giải quyết đúng hạn',
      legalBasis: 'Nghĩa vụ giải quyết yêu cầu của chủ thể dữ liệu (Điều 4 Luật 91/2025/QH15)',
      seenBy: 'Chính người đó; người có quyền «privacy.manage» trong phạm vi',
    },
    en: {
      title: 'Requests about personal data and how they were answered; archives are kept for days only',
      purpose: 'To show that requests were answered in time',
      legalBasis: 'Duty to answer requests of data subjects (Article 4 of Law 91/2025/QH15)',
      seenBy: 'The person; holders of `privacy.manage` within their units',
    },
  },
  ...dataKindsOfRooms,
  ...dataKindsOfMeetings,
  ...dataKindsOfSites,
} as const satisfies Readonly<Record<string, DataKind>>;

export type DataKindKey = keyof typeof dataKinds;
export const dataKindKeys = Object.keys(dataKinds) as DataKindKey[];

/** The kinds that a service keeps. */
export type KindsOf<Service extends DataKind['service']> = {
  [Key in DataKindKey]: (typeof dataKinds)[Key]['service'] extends Service ? Key : never;
}[DataKindKey];
