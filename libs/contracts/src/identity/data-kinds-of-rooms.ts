import type { DataKind } from './data-kind.js';
import { duty } from './legal-bases.js';

/** What meetings and media hold about people. */
export const dataKindsOfRooms = {
  lobbyEntries: {
    service: 'meetings',
    retention: { until: 'days', setting: 'roomTraces' },
    vi: {
      title: 'Lượt xin vào phòng họp: họ tên hoặc tên đơn vị của khách, ai đã duyệt',
      purpose: 'Duyệt người vào phòng; lập danh sách người dự',
      legalBasis: duty.vi,
      seenBy: 'Chủ toạ và quản trị phòng',
    },
    en: {
      title: 'Requests to enter a room: name of the guest or unit, who decided',
      purpose: 'To admit people; to list who attended',
      legalBasis: duty.en,
      seenBy: 'Chairs and hosts of the room',
    },
  },
  liveRooms: {
    service: 'media',
    retention: { until: 'days', setting: 'roomTraces' },
    vi: {
      title: 'Diễn biến phòng họp: tên người có mặt, lượt phát biểu, lời nhắn; không có hình và tiếng',
      purpose: 'Người vào sau, người mất mạng thấy đúng diễn biến; lập biên bản',
      legalBasis: duty.vi,
      seenBy: 'Người trong phòng, khi phòng đang họp',
    },
    en: {
      title: 'Course of a live room: names of those present, speeches, chat; no picture and no sound',
      purpose: 'So that who comes late or was cut off is whole again; minutes',
      legalBasis: duty.en,
      seenBy: 'Those in the room, while it is live',
    },
  },
  lineTests: {
    service: 'media',
    retention: { until: 'fixedDays', days: 30 },
    vi: {
      title: 'Kết quả đo đường truyền, âm thanh, hình ảnh: chỉ có số đo, không có hình, tiếng và tên',
      purpose: 'Để chủ toạ biết ai sẽ gặp trục trặc; để kiểm tra điểm cầu trước ngày họp',
      legalBasis: duty.vi,
      seenBy: 'Chủ toạ và quản trị phòng',
    },
    en: {
      title: 'Results of tests of line, sound and picture: figures alone, no picture, sound or name',
      purpose: 'So that hosts know who will have trouble; to check sites before the day',
      legalBasis: duty.en,
      seenBy: 'Chairs and hosts of the room',
    },
  },
} as const satisfies Readonly<Record<string, DataKind>>;
