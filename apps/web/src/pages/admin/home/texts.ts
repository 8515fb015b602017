import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'admin.home',
  {
    title: 'Tổng quan',
    greeting: 'Xin chào, {{name}}.',
    attention: 'Việc cần chú ý',
    places: 'Các trang quản trị',
    nothing: 'Không có việc nào đang chờ.',
    missing: '{{n}} đơn vị chưa có cán bộ vận hành',
    planned: '{{n}} sự kiện đơn vị sắp có hiệu lực, gần nhất ngày {{day}}: {{unit}}',
    imports: '{{n}} lần nhập gần đây có dòng lỗi, mới nhất: {{file}}',
    invited: '{{n}} người chưa đăng nhập lần đầu',
    locked: '{{n}} tài khoản đang khoá',
  },
  {
    title: 'Overview',
    greeting: 'Welcome, {{name}}.',
    attention: 'What needs attention',
    places: 'Pages of the administration',
    nothing: 'Nothing is waiting.',
    missing: '{{n}} units have no operator',
    missing_one: '{{n}} unit has no operator',
    planned: '{{n}} unit events take effect soon, the next on {{day}}: {{unit}}',
    planned_one: '{{n}} unit event takes effect soon, on {{day}}: {{unit}}',
    imports: '{{n}} of the latest imports have faulty rows, the newest: {{file}}',
    invited: '{{n}} people never signed in',
    invited_one: '{{n}} person never signed in',
    locked: '{{n}} accounts are locked',
    locked_one: '{{n}} account is locked',
  },
);
