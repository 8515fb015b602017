import { failures } from '../core/failure.js';

export const checkErrors = failures('checks', {
  notFound: {
    status: 404,
    vi: 'Không có lượt kiểm tra kết nối này',
    en: 'There is no such connection check',
  },
  linkInvalid: {
    status: 401,
    vi: 'Liên kết kiểm tra không hợp lệ hoặc đã hết hạn; xin hỏi lại đơn vị tổ chức',
    en: 'This check link is not valid or has expired; please ask the organiser',
  },
  notCheckable: {
    status: 409,
    vi: 'Cuộc họp không còn ở giai đoạn kiểm tra',
    en: 'The meeting can no longer be checked',
  },
  noRoom: {
    status: 409,
    vi: 'Cuộc họp không có phòng trực tuyến nên không kiểm tra kết nối',
    en: 'The meeting has no online room, so there is no connection to check',
  },
  notOpen: {
    status: 409,
    vi: 'Đợt kiểm tra chưa mở hoặc cuộc họp đã bắt đầu',
    en: 'Checking has not opened yet, or the meeting has begun',
  },
  notRunning: {
    status: 409,
    vi: 'Lượt kiểm tra này đã kết thúc hoặc đã có người làm lại; xin bắt đầu lại',
    en: 'This try is over, or somebody began another; please begin again',
  },
  lineTestUnknown: {
    status: 422,
    vi: 'Máy chủ không có kết quả đo đường truyền này',
    en: 'The server knows no such line test',
  },
  lineTestForeign: {
    status: 422,
    vi: 'Kết quả đo đường truyền này là của phòng họp khác',
    en: 'This line test was made against another room',
  },
  lineTestStale: {
    status: 422,
    vi: 'Kết quả đo đường truyền đã cũ; xin đo lại',
    en: 'This line test is too old; please measure again',
  },
  lineTestUsed: {
    status: 409,
    vi: 'Kết quả đo đường truyền này đã được dùng cho lượt kiểm tra khác',
    en: 'This line test has been used for another check',
  },
  mediaTestUnknown: {
    status: 422,
    vi: 'Máy chủ không có kết quả đo âm thanh, hình ảnh này',
    en: 'The server knows no such test of sound and picture',
  },
  mediaTestForeign: {
    status: 422,
    vi: 'Kết quả đo âm thanh, hình ảnh này là của điểm cầu hoặc lượt kiểm tra khác',
    en: 'This test of sound and picture was made for another site or another try',
  },
  mediaTestUsed: {
    status: 409,
    vi: 'Kết quả đo âm thanh, hình ảnh này đã được dùng; xin đo lại',
    en: 'This test of sound and picture has been used; please measure again',
  },
  mediaTestStale: {
    status: 422,
    vi: 'Kết quả đo âm thanh, hình ảnh đã cũ; xin đo lại',
    en: 'This test of sound and picture is too old; please measure again',
  },
  itemsMissing: {
    status: 422,
    vi: 'Chưa trả lời đủ danh mục kiểm tra, hoặc có mục không thuộc danh mục',
    en: 'The checklist is not answered in full, or something on it is not on the list',
  },
  noSites: {
    status: 409,
    vi: 'Cuộc họp chưa có điểm cầu để kiểm tra',
    en: 'The meeting has no sites to check yet',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Có người vừa sửa trước; xin tải lại rồi sửa tiếp',
    en: 'Somebody else was quicker; please reload and change again',
  },
});
