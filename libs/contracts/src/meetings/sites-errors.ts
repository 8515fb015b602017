import { failures } from '../core/failure.js';

export const siteErrors = failures('sites', {
  notFound: { status: 404, vi: 'Không tìm thấy điểm cầu', en: 'There is no such site' },
  changed: {
    status: 412,
    vi: 'Điểm cầu vừa được người khác sửa; xin tải lại rồi sửa tiếp',
    en: 'Somebody else has just changed the site; please reload and change again',
  },
  nameTaken: {
    status: 409,
    vi: 'Đơn vị đã có điểm cầu tên này',
    en: 'The unit has a site of this name already',
  },
  retired: {
    status: 409,
    vi: 'Điểm cầu đã ngừng sử dụng, không sửa được nữa',
    en: 'The site is retired and cannot be changed any more',
  },
  wrongState: {
    status: 409,
    vi: 'Điểm cầu không ở trạng thái làm được việc này',
    en: 'The site is not in a state that allows this',
  },
  booked: {
    status: 409,
    vi: 'Điểm cầu còn trong các cuộc họp sắp tới; xin đổi hoặc huỷ trước',
    en: 'The site is part of meetings to come; please change or cancel them first',
  },
  sameUnit: {
    status: 409,
    vi: 'Điểm cầu đang thuộc đơn vị này',
    en: 'The site belongs to this unit already',
  },
  otherProvince: {
    status: 409,
    vi: 'Điểm cầu chỉ chuyển được sang đơn vị trong cùng tỉnh',
    en: 'A site is handed over within its province only',
  },
  headcount: {
    status: 400,
    vi: 'Số người tối đa mỗi cuộc họp không được vượt số chỗ ngồi',
    en: 'The headcount limit must not exceed the seats of the room',
  },
  operatorElsewhere: {
    status: 409,
    vi: 'Cán bộ vận hành phải thuộc danh bạ của đơn vị hoặc đơn vị cấp trên, và đang làm nhiệm vụ',
    en: 'Operators must be in the present roster of the unit or of a unit above it',
  },
  badSeating: {
    status: 400,
    vi: 'Sơ đồ chỗ ngồi cần số hàng và số ghế (không quá số chỗ của phòng), hoặc một ảnh',
    en: 'A seating plan needs rows and seats (no more than the room has), or a picture',
  },
});
