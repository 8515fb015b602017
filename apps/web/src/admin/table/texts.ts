import { textsOf } from '../../i18n/texts-of';

export const useTexts = textsOf(
  'admin.table',
  {
    nothingFits: 'Không có dòng nào khớp với bộ lọc.',
    chooseAll: 'Chọn tất cả trong trang',
    range: 'Dòng {{from}}–{{to}}',
    rangeOf: 'Dòng {{from}}–{{to}} trên tổng số {{total}}',
    previous: 'Trước',
    next: 'Sau',
    filters: 'Bộ lọc',
    clear: 'Bỏ lọc',
    clearOne: 'Bỏ lọc: {{label}}',
    export: 'Xuất tệp',
    exporting: 'Đang xuất… {{n}}',
  },
  {
    nothingFits: 'No row fits the filters.',
    chooseAll: 'Choose all on this page',
    range: 'Rows {{from}}–{{to}}',
    rangeOf: 'Rows {{from}}–{{to}} of {{total}}',
    previous: 'Previous',
    next: 'Next',
    filters: 'Filters',
    clear: 'Clear filters',
    clearOne: 'Clear the filter: {{label}}',
    export: 'Export',
    exporting: 'Exporting… {{n}}',
  },
);
