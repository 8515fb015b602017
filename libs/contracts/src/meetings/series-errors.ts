import { failures } from '../core/failure.js';

export const seriesErrors = failures('series', {
  notFound: { status: 404, vi: 'Không tìm thấy chuỗi họp này', en: 'There is no such series' },
  changedMeanwhile: {
    status: 412,
    vi: 'Chuỗi họp vừa được người khác sửa; xin tải lại',
    en: 'Somebody has just changed this series; please load it again',
  },
  planNotDraft: {
    status: 409,
    vi: 'Kế hoạch đã trình hoặc đã duyệt; muốn thêm, bớt, đổi lịch xin lập bản kế hoạch mới',
    en: 'The plan is submitted or approved; to add, remove or reschedule, please make a new version of it',
  },
  planOfAnother: {
    status: 409,
    vi: 'Kế hoạch thuộc đơn vị khác',
    en: 'The plan is that of another unit',
  },
  afterPlan: {
    status: 400,
    vi: 'Ngày bắt đầu ở sau thời gian của kế hoạch',
    en: 'The first day is after the period of the plan',
  },
  ended: { status: 409, vi: 'Chuỗi họp đã kết thúc', en: 'The series has ended' },
  notDraft: {
    status: 409,
    vi: 'Chỉ xoá được chuỗi họp còn là dự thảo; hãy kết thúc chuỗi họp này',
    en: 'Only a draft can be removed; please end this series instead',
  },
  ownWork: {
    status: 403,
    vi: 'Người lập không được tự duyệt; xin nhờ người khác duyệt',
    en: 'Its author cannot approve it; please ask somebody else',
  },
  notADate: {
    status: 400,
    vi: 'Ngày này không phải là ngày họp theo quy tắc của chuỗi',
    en: 'The rule of the series does not give this date',
  },
  past: {
    status: 409,
    vi: 'Phiên họp của ngày này đã qua hoặc đã bắt đầu',
    en: 'The meeting of this date is past or has begun',
  },
  badChoice: {
    status: 400,
    vi: 'Dời ngày thì phải cho biết ngày mới; các cách khác thì không có ngày mới',
    en: 'Moving needs the new day; the other choices have none',
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
  noSuchLevel: {
    status: 400,
    vi: 'Cấp của cuộc họp phải là một loại đơn vị của tỉnh',
    en: 'The level of meetings is one of the province’s types of units',
  },
  noSuchUnit: {
    status: 400,
    vi: 'Có đơn vị không tồn tại, đã giải thể hoặc thuộc tỉnh khác',
    en: 'A unit does not exist, is closed or belongs to another province',
  },
  tooManyPeople: {
    status: 400,
    vi: 'Số người dự kiến tại một điểm cầu vượt quá mức cho phép',
    en: 'More people are expected at a site than may be there',
  },
});
