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
    unexpected: 'Something unexpected went wrong',
    unexpectedHint: 'Please try again; if it stays, give the request id below to support.',
  },
);
