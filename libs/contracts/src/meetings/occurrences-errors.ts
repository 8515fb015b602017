import { failures } from '../core/failure.js';

export const occurrenceErrors = failures('occurrences', {
  notFound: { status: 404, vi: 'Không tìm thấy phiên họp này', en: 'There is no such meeting' },
  changedMeanwhile: {
    status: 412,
    vi: 'Phiên họp vừa được người khác sửa; xin tải lại',
    en: 'Somebody has just changed this meeting; please load it again',
  },
  wrongState: {
    status: 409,
    vi: 'Không làm được việc này ở trạng thái hiện tại của phiên họp',
    en: 'This cannot be done in the state the meeting is in',
  },
  live: {
    status: 409,
    vi: 'Phiên họp đang diễn ra hoặc đã họp xong; không sửa được nữa',
    en: 'The meeting is going on or over; it can no longer be changed',
  },
  reported: {
    status: 409,
    vi: 'Phiên họp đã báo cáo, không sửa được; có thể ghi bổ sung đính chính',
    en: 'The meeting is reported and cannot be changed; a correction can be appended',
  },
  incomplete: {
    status: 409,
    vi: 'Phiên họp chưa đủ điều kiện lên lịch; xin bổ sung những mục còn thiếu',
    en: 'The meeting lacks what it needs before it can be scheduled',
  },
  badTimes: {
    status: 400,
    vi: 'Giờ kết thúc phải sau giờ bắt đầu, từ 5 phút đến 24 giờ',
    en: 'The end must follow the start by 5 minutes to 24 hours',
  },
  past: {
    status: 409,
    vi: 'Thời gian họp đã qua',
    en: 'The time of the meeting is past',
  },
  siteTaken: {
    status: 409,
    vi: 'Điểm cầu đã có phiên họp khác vào giờ này',
    en: 'A site has another meeting at this time',
  },
  roomTaken: {
    status: 409,
    vi: 'Phòng họp trực tuyến đã có phiên họp khác vào giờ này',
    en: 'The online room has another meeting at this time',
  },
  tooManyPeople: {
    status: 400,
    vi: 'Số người dự kiến tại một điểm cầu vượt quá mức cho phép',
    en: 'More people are expected at a site than may be there',
  },
  twoSites: {
    status: 400,
    vi: 'Mỗi điểm cầu chỉ có một lần, nhiều nhất một điểm chính và một điểm dự phòng',
    en: 'Each site is there once, with at most one main and one standby site',
  },
  noSuchSite: {
    status: 400,
    vi: 'Có điểm cầu không tồn tại, đã ngừng dùng hoặc thuộc tỉnh khác',
    en: 'A site does not exist, is retired or belongs to another province',
  },
  noSuchRoom: {
    status: 400,
    vi: 'Không có phòng họp trực tuyến này, hoặc đơn vị không được dùng phòng này',
    en: 'There is no such online room, or the unit may not use it',
  },
  noSuchPerson: {
    status: 400,
    vi: 'Có người không tồn tại, đã khoá tài khoản hoặc thuộc tỉnh khác',
    en: 'A person does not exist, is disabled or belongs to another province',
  },
  noSuchUnit: {
    status: 400,
    vi: 'Có đơn vị không tồn tại, đã giải thể hoặc thuộc tỉnh khác',
    en: 'A unit does not exist, is closed or belongs to another province',
  },
  noSuchLevel: {
    status: 400,
    vi: 'Cấp của cuộc họp phải là một loại đơn vị của tỉnh',
    en: 'The level of a meeting is one of the province’s types of units',
  },
  checksMissing: {
    status: 409,
    vi: 'Có điểm cầu chưa kiểm tra đạt; chủ trì cần xác nhận lý do để bắt đầu',
    en: 'Some sites have no passed check; to start, the chair must confirm with a reason',
  },
  chairMustDecide: {
    status: 403,
    vi: 'Có điểm cầu chưa kiểm tra đạt; chỉ chủ trì của phiên họp được quyết định vẫn bắt đầu',
    en: 'Some sites have no passed check; only the meeting’s chair may decide to start all the same',
  },
  roomBusy: {
    status: 409,
    vi: 'Phòng họp trực tuyến đang có phiên họp khác chưa kết thúc',
    en: 'Another meeting still goes on in the online room',
  },
  tooEarly: {
    status: 409,
    vi: 'Chưa đến giờ mở phòng (15 phút trước giờ họp)',
    en: 'It is too early: the room opens 15 minutes before the start',
  },
  ownWork: {
    status: 403,
    vi: 'Người lập không được tự duyệt; xin nhờ người khác duyệt',
    en: 'Its author cannot approve it; please ask somebody else',
  },
});
