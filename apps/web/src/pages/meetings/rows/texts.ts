import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'meetings.rows',
  {
    up: 'Đưa «{{name}}» lên',
    down: 'Đưa «{{name}}» xuống',
    remove: 'Bỏ «{{name}}»',
    criterion: 'Tiêu chí {{n}}',
    maxPoints: 'Điểm tối đa của tiêu chí {{n}}',
    points: ' điểm',
    addCriterion: 'Thêm tiêu chí',
    total: 'Tổng điểm tối đa: {{n}}',
    newer: 'Người khác vừa sửa',
    newerText:
      'Bạn đang có thay đổi chưa lưu. Hãy xem bản mới, hoặc giữ bản của bạn rồi lưu thay cho bản đó.',
    takeNewer: 'Xem bản mới, bỏ bản của tôi',
    keepMine: 'Giữ bản của tôi',
  },
  {
    up: 'Move “{{name}}” up',
    down: 'Move “{{name}}” down',
    remove: 'Remove “{{name}}”',
    criterion: 'Criterion {{n}}',
    maxPoints: 'Most points for criterion {{n}}',
    points: ' points',
    addCriterion: 'Add a criterion',
    total: 'Most points in all: {{n}}',
    newer: 'Somebody else has just changed this',
    newerText: 'You have changes not saved yet. Look at the new one, or keep yours and save it in its place.',
    takeNewer: 'Show the new one, drop mine',
    keepMine: 'Keep mine',
  },
);
