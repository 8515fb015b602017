import { textsOf } from '../i18n/texts-of';

export const useTexts = textsOf(
  'work',
  {
    workplace: 'Điều hành',
    navigation: 'Các trang điều hành',
    meetings: 'Họp',
    sites: 'Điểm cầu',
    reports: 'Báo cáo và tập huấn',
    today: 'Hôm nay',
    invitations: 'Giấy mời',
    feeds: 'Lịch đăng ký',
    reminders: 'Nhắc việc',
    allSites: 'Các điểm cầu',
    readiness: 'Mức sẵn sàng',
    roomRules: 'Nội quy phòng',
  },
  {
    workplace: 'Workplace',
    navigation: 'Pages of the workplace',
    meetings: 'Meetings',
    sites: 'Sites',
    reports: 'Reports and training',
    today: 'Today',
    invitations: 'Invitations',
    feeds: 'Subscriptions',
    reminders: 'Reminders',
    allSites: 'All sites',
    readiness: 'Readiness',
    roomRules: 'Room rules',
  },
);
