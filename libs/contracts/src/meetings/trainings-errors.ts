import { failures } from '../core/failure.js';

export const trainingErrors = failures('trainings', {
  notFound: { status: 404, vi: 'Không tìm thấy lớp tập huấn', en: 'There is no such training event' },
  sessionsUnknown: {
    status: 422,
    vi: 'Cần đúng một cuộc họp hoặc một chuỗi họp loại tập huấn mà bạn được tổ chức',
    en: 'One meeting, or one series, of kind training is needed that you may organise',
  },
  placesUnknown: {
    status: 422,
    vi: 'Có điểm cầu không tồn tại, trùng nhau hoặc ở tỉnh khác',
    en: 'A site does not exist, is there twice or belongs to another province',
  },
  taken: {
    status: 409,
    vi: 'Đã có lớp tập huấn cho cuộc họp hoặc chuỗi họp này',
    en: 'There is a training event for this meeting or series already',
  },
  full: { status: 409, vi: 'Điểm cầu này không còn đủ chỗ', en: 'Not enough seats are left at this site' },
  belowTaken: {
    status: 409,
    vi: 'Số chỗ không được ít hơn số người đã đăng ký',
    en: 'There must be room for who is registered already',
  },
  closed: { status: 409, vi: 'Đã hết hạn đăng ký', en: 'Registration is over' },
  personUnknown: {
    status: 422,
    vi: 'Có người không tồn tại hoặc không thuộc đơn vị bạn được đăng ký',
    en: 'Somebody does not exist, or belongs to a unit you may not register for',
  },
  notRegistered: { status: 404, vi: 'Người này chưa đăng ký', en: 'This person is not registered' },
  certified: {
    status: 409,
    vi: 'Người này đã có chứng nhận; thu hồi trước khi sửa',
    en: 'This person holds a certificate; revoke it first',
  },
  certificatesStand: {
    status: 409,
    vi: 'Lớp đã cấp chứng nhận; thu hồi trước khi huỷ lớp',
    en: 'Certificates of this event stand; revoke them before cancelling it',
  },
  notOpen: {
    status: 409,
    vi: 'Lớp này không nhận đăng ký cá nhân; xin đăng ký qua đơn vị',
    en: 'This event takes nobody on their own; please register through your unit',
  },
  notHeld: { status: 409, vi: 'Buổi này chưa diễn ra', en: 'This session has not been held' },
  changedMeanwhile: {
    status: 412,
    vi: 'Có người vừa sửa trước; xin tải lại rồi sửa tiếp',
    en: 'Somebody else was quicker; please reload and change again',
  },
});
