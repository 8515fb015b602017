import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'accountPage.children',
  {
    title: 'Con của tôi',
    none: 'Bạn là phụ huynh? Thêm con bằng mã in trên phiếu nhà trường phát.',
    add: 'Thêm con',
    added: 'Đã liên kết với {{name}}',
    class: 'Lớp {{name}}',
    consentGiven: 'đã đồng ý ngày {{at}}',
    consentNone: 'chưa có sự đồng ý',
    withdraw: 'Rút đồng ý',
    withdrawTitle: 'Rút sự đồng ý cho {{name}}?',
    withdrawText:
      'Nhà trường được biết. Việc xử lý dữ liệu dựa trên sự đồng ý dừng lại; những gì luật buộc giữ vẫn được giữ.',
    withdrawn: 'Đã rút sự đồng ý cho {{name}}',
    unbind: 'Bỏ liên kết',
    unbindTitle: 'Bỏ liên kết với {{name}}?',
    unbindText: 'Bạn không còn xem được thông tin của con. Muốn liên kết lại cần mã mới của nhà trường.',
    unbound: 'Đã bỏ liên kết với {{name}}',
  },
  {
    title: 'My children',
    none: 'Are you a parent? Add your child with the code on the slip from the school.',
    add: 'Add a child',
    added: '{{name}} is added',
    class: 'Class {{name}}',
    consentGiven: 'agreed {{at}}',
    consentNone: 'no consent',
    withdraw: 'Withdraw consent',
    withdrawTitle: 'Withdraw your consent for {{name}}?',
    withdrawText: 'The school is told. What rests on consent stops; what the law demands to be kept is kept.',
    withdrawn: 'The consent for {{name}} is withdrawn',
    unbind: 'Unbind',
    unbindTitle: 'Unbind {{name}}?',
    unbindText:
      'You will not see your child’s data any more. Binding again needs a new code from the school.',
    unbound: '{{name}} is unbound',
  },
);
