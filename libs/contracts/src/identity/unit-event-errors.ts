import { failures } from '../core/failure.js';

/** Why an event cannot be recorded. The details name the units, dates and numbers it is about. */
export const unitEventErrors = failures('unitEvents', {
  notFound: { status: 404, vi: 'Không tìm thấy sự kiện', en: 'There is no such event' },
  notPlanned: {
    status: 409,
    vi: 'Chỉ huỷ được sự kiện chưa có hiệu lực',
    en: 'Only an event that has not taken effect can be cancelled',
  },
  tooEarly: {
    status: 409,
    vi: 'Đơn vị chưa được thành lập vào ngày hiệu lực',
    en: 'The unit is not founded yet on the effective date',
  },
  laterEvents: {
    status: 409,
    vi: 'Đơn vị đã có sự kiện về sau; sự kiện mới phải có hiệu lực cùng ngày hoặc muộn hơn',
    en: 'The unit has later events; a new one takes effect on the same day or later',
  },
  closed: {
    status: 409,
    vi: 'Đơn vị không còn hoạt động vào ngày hiệu lực',
    en: 'The unit is no longer open on the effective date',
  },
  parentClosed: {
    status: 409,
    vi: 'Đơn vị cấp trên không hoạt động vào một ngày kể từ ngày hiệu lực',
    en: 'The unit above is not open on some day from the effective date on',
  },
  openBelow: {
    status: 409,
    vi: 'Còn đơn vị trực thuộc đang hoạt động; hãy chuyển hoặc giải thể chúng trong cùng sự kiện',
    en: 'There are open units below; please move or close them in the same event',
  },
  circle: {
    status: 409,
    vi: 'Đơn vị không thể trực thuộc chính mình hoặc đơn vị bên dưới mình',
    en: 'A unit cannot lie below itself',
  },
  tooDeep: {
    status: 409,
    vi: 'Cây đơn vị không được quá 20 cấp',
    en: 'The tree of units has at most 20 levels',
  },
  wrongType: {
    status: 409,
    vi: 'Loại đơn vị này không được đặt dưới loại đơn vị kia',
    en: 'A unit of this type does not lie under one of that type',
  },
  unknownType: { status: 400, vi: 'Không có loại đơn vị này', en: 'There is no such type of units' },
  codeTaken: {
    status: 409,
    vi: 'Mã đơn vị đã có trong tỉnh, kể cả ở đơn vị đã giải thể hoặc sắp thành lập',
    en: 'The province has this code already, perhaps for a closed or a planned unit',
  },
  people: {
    status: 409,
    vi: 'Đơn vị còn người; hãy chọn đơn vị tiếp nhận',
    en: 'There are people in the unit; please say which unit takes them',
  },
  sameUnit: {
    status: 409,
    vi: 'Một đơn vị không thể sáp nhập hoặc chuyển người vào chính mình',
    en: 'A unit cannot be merged, or hand its people, into itself',
  },
  notBelow: {
    status: 409,
    vi: 'Có đơn vị được nêu không trực thuộc đơn vị này',
    en: 'Some of the named units do not lie under this one',
  },
  top: {
    status: 409,
    vi: 'Đơn vị cấp tỉnh chỉ sáp nhập được vào tỉnh khác, không di chuyển, chia tách hay giải thể',
    en: 'A province can be merged into another one, not moved, split or closed',
  },
  inUse: {
    status: 409,
    vi: 'Đơn vị sắp thành lập đã có người, vai trò hoặc lớp; hãy chuyển chúng đi trước khi huỷ',
    en: 'The planned unit already has people, roles or classes; please take them out before cancelling',
  },
});
