import type { DataKind } from './data-kind.js';
import { duty } from './legal-bases.js';

/** What sites, their checks, and reports of units hold about people. */
export const dataKindsOfSites = {
  siteOperators: {
    service: 'meetings',
    retention: { until: 'erasure' },
    vi: {
      title: 'Cán bộ vận hành của điểm cầu: họ tên, điện thoại, nhiệm vụ, chép từ danh bạ',
      purpose: 'Liên lạc với điểm cầu khi kiểm tra, khi họp, khi có sự cố (HB-8.3)',
      legalBasis: duty.vi,
      seenBy: 'Người có quyền «sites.read» trong phạm vi',
    },
    en: {
      title: 'Operators of a site: name, phone, duties, copied from the roster',
      purpose: 'To reach a site for checks, meetings and incidents (HB-8.3)',
      legalBasis: duty.en,
      seenBy: 'Holders of `sites.read` within their units',
    },
  },
  rulesAcknowledgements: {
    service: 'meetings',
    retention: { until: 'never' },
    vi: {
      title: 'Xác nhận đã đọc nội quy phòng họp: họ tên, lúc nào',
      purpose: 'Chứng minh nội quy đã được phổ biến (HB-6)',
      legalBasis: duty.vi,
      seenBy: 'Người có quyền «sites.read» trong phạm vi',
    },
    en: {
      title: 'Acknowledgements of room rules: name, when',
      purpose: 'To show that the rules were made known (HB-6)',
      legalBasis: duty.en,
      seenBy: 'Holders of `sites.read` within their units',
    },
  },
  siteWork: {
    service: 'meetings',
    retention: { until: 'never' },
    vi: {
      title:
        'Việc ở điểm cầu: ai đánh giá sẵn sàng, chuyển thiết bị, bảo trì, ban hành nội quy; tên người làm bảo trì như được ghi',
      purpose: 'Nhật ký thiết bị và phòng họp của đơn vị',
      legalBasis: duty.vi,
      seenBy: 'Người có quyền «sites.read» trong phạm vi',
    },
    en: {
      title:
        'Work at sites: who judged readiness, moved devices, maintained them, published rules; names of technicians as written',
      purpose: 'The log of a unit’s devices and rooms',
      legalBasis: duty.en,
      seenBy: 'Holders of `sites.read` within their units',
    },
  },
  inventoryFiles: {
    service: 'meetings',
    retention: { until: 'fixedDays', days: 30 },
    vi: {
      title: 'Tệp danh mục thiết bị đã nạp: người gửi, tên tệp',
      purpose: 'Xem trước rồi mới ghi, sửa lỗi, nạp lại',
      legalBasis: duty.vi,
      seenBy: 'Người đã gửi tệp',
    },
    en: {
      title: 'Inventories that were imported: who sent them, file name',
      purpose: 'Dry run, correction, running again',
      legalBasis: duty.en,
      seenBy: 'Who sent the file',
    },
  },
  checkReports: {
    service: 'meetings',
    retention: { until: 'never' },
    vi: {
      title: 'Kết quả kiểm tra kết nối và chạy thử: ai đo, số đo, ghi chú',
      purpose: 'Biết điểm cầu nào sẵn sàng; báo cáo cuối năm (HB-8.2, TM-3)',
      legalBasis: duty.vi,
      seenBy: 'Người có quyền «meetings.read» của phiên họp hoặc đợt chạy thử',
    },
    en: {
      title: 'Results of connection checks and trials: who measured, figures, note',
      purpose: 'To know which sites are ready; year-end reports (HB-8.2, TM-3)',
      legalBasis: duty.en,
      seenBy: 'Holders of `meetings.read` of the meeting or trial',
    },
  },
  meetingFiles: {
    service: 'meetings',
    retention: { until: 'never' },
    vi: {
      title: 'Ảnh, tài liệu đã gửi lên: tên tệp, ai gửi; tệp không dùng tới bị xoá sau một ngày',
      purpose: 'Minh chứng, nội dung họp, công văn',
      legalBasis: duty.vi,
      seenBy: 'Người có quyền xem nơi dùng tệp',
    },
    en: {
      title: 'Photos and documents sent: file name, who sent it; those not used go after a day',
      purpose: 'Evidence, papers of meetings, official letters',
      legalBasis: duty.en,
      seenBy: 'Who may see what the file belongs to',
    },
  },
  notes: {
    service: 'meetings',
    retention: { until: 'never' },
    vi: {
      title: 'Ghi nhận khen thưởng, vi phạm: về ai, việc gì, ai ghi',
      purpose: 'Khen thưởng, kỷ luật theo quy chế (HB-12)',
      legalBasis: duty.vi,
      seenBy: 'Người được nói tới, khi đã công bố; người có quyền «notes.read» trong phạm vi (I32)',
    },
    en: {
      title: 'Notes of commendation and violation: about whom, what, by whom',
      purpose: 'Commendation and discipline by the regulations (HB-12)',
      legalBasis: duty.en,
      seenBy: 'The subject once published; holders of `notes.read` within their units (I32)',
    },
  },
  feedback: {
    service: 'meetings',
    retention: { until: 'never' },
    vi: {
      title: 'Ý kiến phản ánh và trả lời: ai gửi, ai trả lời, nội dung',
      purpose: 'Tiếp nhận khó khăn, vướng mắc (HB-12)',
      legalBasis: duty.vi,
      seenBy: 'Người gửi; người có quyền «reports.receive» trong phạm vi',
    },
    en: {
      title: 'Feedback and answers: who wrote, who answered, the text',
      purpose: 'To hear of problems (HB-12)',
      legalBasis: duty.en,
      seenBy: 'The author; holders of `reports.receive` within their units',
    },
  },
} as const satisfies Readonly<Record<string, DataKind>>;
