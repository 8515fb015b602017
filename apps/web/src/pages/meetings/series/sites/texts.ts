import { textsOf } from '../../../../i18n/texts-of';

export const useTexts = textsOf(
  'work.series.sites',
  {
    total: '{{n}} điểm cầu, dự kiến {{people}} người',
    find: 'Tìm trong danh sách',
    noneFound: 'Trong danh sách không có điểm cầu nào như vậy.',
    more: 'Hiện thêm {{n}}',
    addAll: 'Thêm tất cả điểm cầu của đơn vị…',
    unit: 'Đơn vị, kể cả các đơn vị trực thuộc',
    add: 'Thêm tất cả',
    cancel: 'Thôi',
    added: 'Đã thêm {{n}} điểm cầu.',
    notAdded: 'Không thêm: {{parts}}.',
    there: '{{n}} đã có trong danh sách',
    closed: '{{n}} đang tạm ngừng',
    beyond: '{{n}} vì một cuộc họp có nhiều nhất {{most}} điểm cầu',
    undo: 'Bỏ các điểm cầu vừa thêm',
    empty: 'Đơn vị này chưa có điểm cầu nào mà bạn được xem.',
  },
  {
    total: 'Sites: {{n}}, people expected: {{people}}',
    find: 'Find in the list',
    noneFound: 'There is no such site in the list.',
    more: 'Show {{n}} more',
    addAll: 'Add all sites of a unit…',
    unit: 'Unit, with everything below it',
    add: 'Add all',
    cancel: 'Leave it',
    added: 'Sites added: {{n}}.',
    notAdded: 'Not added: {{parts}}.',
    there: '{{n}} already in the list',
    closed: '{{n}} suspended',
    beyond: '{{n}} because a meeting has {{most}} sites at most',
    undo: 'Take out those just added',
    empty: 'This unit has no site that you may see.',
  },
);

export type Texts = ReturnType<typeof useTexts>;
