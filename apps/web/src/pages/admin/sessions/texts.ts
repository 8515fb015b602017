import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'admin.sessions',
  {
    title: 'Phiên đăng nhập',
    lead: 'Xem một người đang đăng nhập ở đâu và kết thúc phiên, ví dụ khi mất máy. Người đó ra khỏi hệ thống trong vài giây.',
    who: 'Người dùng',
    whoHint: 'Tên, tên đăng nhập hoặc mã, trong phạm vi của bạn.',
    nobody: 'Chưa chọn ai',
    nobodyText: 'Chọn một người ở trên để xem các thiết bị đang đăng nhập.',
  },
  {
    title: 'Sign-in sessions',
    lead: 'See where somebody is signed in and end it, for instance when a laptop is lost. They are out within seconds.',
    who: 'Person',
    whoHint: 'Name, user name or code, within your scope.',
    nobody: 'Nobody is chosen',
    nobodyText: 'Choose somebody above to see the devices that are signed in.',
  },
);
