import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'work.overdue',
  {
    title: 'Đã qua giờ mà chưa bắt đầu hoặc chưa kết thúc',
    lead: 'Trong 30 ngày qua. Phiên chưa kết thúc thì chưa có báo cáo và còn giữ phòng.',
    notStarted: 'Chưa bắt đầu',
    notEnded: 'Chưa kết thúc',
    finish: 'Mở phiên và bấm Kết thúc họp.',
    haveFinished: 'Nhờ chủ trì mở phiên và bấm Kết thúc họp.',
    holdOrDrop: 'Nếu đã họp: bấm Bắt đầu họp rồi Kết thúc họp. Nếu không họp: hoãn hoặc huỷ.',
    hold: 'Nếu đã họp: bấm Bắt đầu họp rồi Kết thúc họp. Nếu không họp: nhờ đơn vị tổ chức hoãn hoặc huỷ.',
    drop: 'Nếu không họp: hoãn hoặc huỷ. Nếu đã họp: nhờ chủ trì bấm Bắt đầu họp rồi Kết thúc họp.',
    more: 'Xem thêm {{n}} phiên',
  },
  {
    title: 'Past their end and not started or not ended',
    lead: 'Of the last 30 days. A meeting that is not ended has no report, and keeps its room.',
    notStarted: 'Not started',
    notEnded: 'Not ended',
    finish: 'Open it and press “End the meeting”.',
    haveFinished: 'Have its chair open it and press “End the meeting”.',
    holdOrDrop: 'If it was held: start and end it on its page. If it was not: postpone or cancel it.',
    hold: 'If it was held: start and end it on its page. If it was not: have its unit postpone or cancel it.',
    drop: 'If it was not held: postpone or cancel it. If it was: have its chair start and end it.',
    more: 'Show {{n}} more',
  },
);
