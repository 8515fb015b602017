import type { TestReason } from './checks-test.js';

interface Advice {
  readonly vi: string;
  readonly en: string;
}

/** What somebody at the site may do about each reason, for whoever shows one: pages, mails, other clients. */
export const checkAdvice: Readonly<Record<TestReason, Advice>> = {
  lineUp: {
    vi: 'Dùng dây mạng thay Wi-Fi, ngừng các máy đang tải lên; vẫn thấp thì báo nhà mạng.',
    en: 'Use a cable instead of Wi-Fi and stop other uploads; if it stays low, tell the carrier.',
  },
  lineDown: {
    vi: 'Dùng dây mạng thay Wi-Fi, ngừng các máy đang tải về; vẫn thấp thì báo nhà mạng.',
    en: 'Use a cable instead of Wi-Fi and stop other downloads; if it stays low, tell the carrier.',
  },
  lineLoss: {
    vi: 'Thay dây mạng hoặc đổi cổng cắm; vẫn mất gói thì báo nhà mạng.',
    en: 'Change the cable or the port it is in; if packets still get lost, tell the carrier.',
  },
  lineDelay: {
    vi: 'Tắt VPN và các máy đang dùng chung đường truyền, rồi đo lại.',
    en: 'Turn off VPNs and whatever shares the line, then measure again.',
  },
  noTone: {
    vi: 'Bật loa, tăng âm lượng, chọn đúng loa trong hệ điều hành rồi phát lại tiếng thử.',
    en: 'Switch the loudspeaker on, turn it up, choose it in the system, then play the tone again.',
  },
  noLevel: {
    vi: 'Bật micro, bỏ tắt tiếng, nói gần micro hơn.',
    en: 'Switch the microphone on, unmute it, speak closer to it.',
  },
  noSound: {
    vi: 'Cắm micro, cho phép trình duyệt dùng micro, rồi đo lại.',
    en: 'Plug the microphone in, let the browser use it, then measure again.',
  },
  notHeard: {
    vi: 'Micro có nối nhưng im lặng: bỏ nút tắt tiếng, tăng độ nhạy, chọn đúng micro, rồi nói vài câu khi đo.',
    en: 'The microphone is connected but silent: unmute it, turn it up, choose the right one, then speak while measuring.',
  },
  soundBroken: {
    vi: 'Tiếng tới máy chủ bị ngắt quãng: dùng dây mạng thay Wi-Fi, đóng chương trình khác, rồi đo lại.',
    en: 'Sound reaches the server in pieces: use a cable instead of Wi-Fi, close other programs, then measure again.',
  },
  noPicture: {
    vi: 'Cắm camera, cho phép trình duyệt dùng camera, đóng chương trình khác đang dùng camera, rồi đo lại.',
    en: 'Plug the camera in, let the browser use it, close what else uses it, then measure again.',
  },
  smallPicture: {
    vi: 'Chọn camera của phòng, không phải camera phụ; đóng chương trình khác đang làm chậm máy.',
    en: 'Choose the camera of the room, not a lesser one; close programs that slow the computer down.',
  },
  blackPicture: {
    vi: 'Hình tới máy chủ là màu đen: mở nắp ống kính, bật đèn phòng, bật camera, chọn đúng camera.',
    en: 'What reaches the server is black: uncover the lens, light the room, switch the camera on, choose the right one.',
  },
  frozenPicture: {
    vi: 'Hình bị đứng: rút cắm lại camera, đóng chương trình khác đang làm chậm máy.',
    en: 'The picture stands still: plug the camera in again, close programs that slow the computer down.',
  },
  pictureBroken: {
    vi: 'Hình tới máy chủ bị ngắt quãng: dùng dây mạng thay Wi-Fi, đóng chương trình khác, rồi đo lại.',
    en: 'The picture reaches the server in pieces: use a cable instead of Wi-Fi, close other programs, then measure again.',
  },
  items: {
    vi: 'Xử lý mục bắt buộc bị hỏng hoặc thiếu, hoặc xin đơn vị tổ chức hỗ trợ.',
    en: 'Mend what is needed and faulty or absent, or ask the organiser for help.',
  },
  noCamera: {
    vi: 'Sửa hoặc mượn ít nhất một camera dùng được.',
    en: 'Mend or borrow at least one camera that works.',
  },
  noMicrophone: {
    vi: 'Sửa hoặc mượn ít nhất một micro dùng được.',
    en: 'Mend or borrow at least one microphone that works.',
  },
  noLoudspeaker: {
    vi: 'Sửa hoặc mượn ít nhất một loa dùng được.',
    en: 'Mend or borrow at least one loudspeaker that works.',
  },
};
