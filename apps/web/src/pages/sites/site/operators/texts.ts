import { textsOf } from '../../../../i18n/texts-of';

export const useTexts = textsOf(
  'work.sites.operators',
  {
    title: 'Cán bộ vận hành',
    choose: 'Chọn cán bộ',
    chooseText: 'Chọn trong danh bạ vận hành của đơn vị và đơn vị cấp trên.',
    emptyRoster: 'Danh bạ chưa có ai. Quản trị đơn vị thêm người ở trang Danh bạ vận hành.',
    noPhone: 'chưa có số điện thoại',
    until: 'Làm nhiệm vụ đến {{day}}',
    noneTitle: 'Chưa có cán bộ vận hành',
    noneText: 'Điểm cầu chỉ sẵn sàng khi có người vận hành và số điện thoại để gọi.',
    save: 'Lưu',
    saved: 'Đã lưu cán bộ vận hành',
  },
  {
    title: 'Operators',
    choose: 'Choose operators',
    chooseText: 'Choose from the roster of the unit and of the units above it.',
    emptyRoster: 'Nobody is in the roster. The unit’s administrator adds people on the page of the roster.',
    noPhone: 'no phone number',
    until: 'On duty until {{day}}',
    noneTitle: 'There are no operators yet',
    noneText: 'A site is ready only with an operator who can be called.',
    save: 'Save',
    saved: 'Operators are saved',
  },
);
