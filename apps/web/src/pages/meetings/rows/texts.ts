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
  },
);
