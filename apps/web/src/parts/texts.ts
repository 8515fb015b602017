import { textsOf } from '../i18n/texts-of';

export const useTexts = textsOf(
  'parts',
  {
    skipToContent: 'Đến nội dung chính',
    home: 'Điểm Cầu, về trang chủ',
    footer: 'Điểm Cầu · Họp và tập huấn trực tuyến của ngành giáo dục',
    loading: 'Đang tải…',
    tryAgain: 'Thử lại',
    requestId: 'Mã yêu cầu: {{id}}',
    unreachable: 'Không liên lạc được với máy chủ',
    unreachableHint: 'Xin kiểm tra đường truyền Internet; trang sẽ tự thử lại.',
    notAllowedHint: 'Nếu việc này thuộc phần của bạn, xin nhờ quản trị của đơn vị cấp quyền.',
    notFoundHint: 'Có thể mục này đã bị xoá, hoặc không thuộc đơn vị của bạn; xin kiểm tra lại liên kết.',
    unexpected: 'Có lỗi ngoài dự kiến',
    unexpectedHint: 'Xin thử lại; nếu vẫn lỗi, xin báo bộ phận hỗ trợ mã yêu cầu dưới đây.',
  },
  {
    skipToContent: 'Skip to content',
    home: 'Điểm Cầu, to the home page',
    footer: 'Điểm Cầu · Online meetings and training for the education sector',
    loading: 'Loading…',
    tryAgain: 'Try again',
    requestId: 'Request id: {{id}}',
    unreachable: 'The server cannot be reached',
    unreachableHint: 'Please check your Internet connection; the page tries again by itself.',
    notAllowedHint: 'If this is part of your work, ask the administrator of your unit for the right.',
    notFoundHint: 'It may have been deleted, or belong to another unit; please check the link.',
    unexpected: 'Something unexpected went wrong',
    unexpectedHint: 'Please try again; if it stays, give the request id below to support.',
  },
);
