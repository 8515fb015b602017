import type { ConsentText } from '@diemcau/contracts/identity/consents';

/**
 * What a guardian agrees to. A changed word is a new version: what was agreed to stays as it was, and is kept here.
 * Law 91/2025/QH15, articles 9 (what consent must say) and 24 (children).
 */
export const minorDataConsent: ConsentText = {
  kind: 'minorData',
  version: '2026-01',
  vi: `Tôi là cha, mẹ hoặc người giám hộ hợp pháp của học sinh này và đồng ý để nhà trường và Sở Giáo dục và Đào tạo xử lý dữ liệu cá nhân của con tôi trên hệ thống Điểm Cầu.
Dữ liệu: họ tên, ngày sinh, mã học sinh, lớp, tài khoản, quá trình học và kết quả bài làm; dữ liệu của tôi: họ tên, số điện thoại, e-mail.
Mục đích: tổ chức dạy học, họp trực tuyến, ôn tập và kiểm tra; liên lạc giữa nhà trường và gia đình. Không dùng cho quảng cáo, không bán hay chuyển cho bên khác.
Thời hạn: trong thời gian con tôi học tại trường và theo thời hạn lưu trữ hồ sơ giáo dục mà pháp luật quy định.
Quyền của tôi: xem, chỉnh sửa, yêu cầu xoá, hạn chế hoặc rút lại sự đồng ý bất cứ lúc nào trong trang tài khoản hoặc tại nhà trường; việc rút lại không ảnh hưởng đến những gì đã xử lý trước đó và những gì pháp luật yêu cầu lưu giữ. Con tôi từ đủ 7 tuổi được hỏi ý kiến trước khi thông tin riêng tư của con được công bố.`,
  en: `I am a parent or legal guardian of this student and agree that the school and the department of education process my child's personal data in Điểm Cầu.
Data: name, birth date, student code, class, account, learning and results; of mine: name, telephone number, e-mail.
Purpose: teaching, online meetings, revision and tests; contact between school and family. No advertising, no sale, nothing passed on to others.
For how long: while my child attends the school, and as long as the law has education records kept.
My rights: to see, correct, restrict, have erased, and to withdraw this consent at any time on the account page or at the school; what was done before, and what the law has kept, stays. From the age of 7 my child is asked before anything private is made public.`,
};
