import { textsOf } from '../../i18n/texts-of';

export const useTexts = textsOf(
  'admin.parts',
  {
    close: 'Đóng',
    cancel: 'Huỷ bỏ',
    tryAgain: 'Thử lại',
    requestId: 'Mã yêu cầu: {{id}}',
    unreachable: 'Không liên lạc được với máy chủ; xin kiểm tra đường truyền rồi thử lại',
    unexpected: 'Có lỗi ngoài dự kiến; xin thử lại',
    typeToConfirm: 'Gõ “{{word}}” để xác nhận',
  },
  {
    close: 'Close',
    cancel: 'Cancel',
    tryAgain: 'Try again',
    requestId: 'Request id: {{id}}',
    unreachable: 'The server cannot be reached; please check your line and try again',
    unexpected: 'Something unexpected went wrong; please try again',
    typeToConfirm: 'Type “{{word}}” to confirm',
  },
);
