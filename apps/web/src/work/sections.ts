import IconLayoutDashboard from '@tabler/icons-react/dist/esm/icons/IconLayoutDashboard.mjs';
import IconCertificate from '@tabler/icons-react/dist/esm/icons/IconCertificate.mjs';
import IconCategory from '@tabler/icons-react/dist/esm/icons/IconCategory.mjs';
import IconMailOpened from '@tabler/icons-react/dist/esm/icons/IconMailOpened.mjs';
import IconCalendarPlus from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconCalendarMonth from '@tabler/icons-react/dist/esm/icons/IconCalendarMonth.mjs';
import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs';
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import IconBuildingCommunity from '@tabler/icons-react/dist/esm/icons/IconBuildingCommunity.mjs';
import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconPlugConnected from '@tabler/icons-react/dist/esm/icons/IconPlugConnected.mjs';
import IconSchool from '@tabler/icons-react/dist/esm/icons/IconSchool.mjs';
import IconTestPipe from '@tabler/icons-react/dist/esm/icons/IconTestPipe.mjs';
import IconCalendarOff from '@tabler/icons-react/dist/esm/icons/IconCalendarOff.mjs';
import IconRepeat from '@tabler/icons-react/dist/esm/icons/IconRepeat.mjs';
import IconCalendarRepeat from '@tabler/icons-react/dist/esm/icons/IconCalendarRepeat.mjs';
import IconDevices from '@tabler/icons-react/dist/esm/icons/IconDevices.mjs';
import IconDeviceSpeaker from '@tabler/icons-react/dist/esm/icons/IconDeviceSpeaker.mjs';
import IconTool from '@tabler/icons-react/dist/esm/icons/IconTool.mjs';
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs';
import IconFileReport from '@tabler/icons-react/dist/esm/icons/IconFileReport.mjs';
import IconClipboardList from '@tabler/icons-react/dist/esm/icons/IconClipboardList.mjs';
import IconAward from '@tabler/icons-react/dist/esm/icons/IconAward.mjs';
import IconMessageReport from '@tabler/icons-react/dist/esm/icons/IconMessageReport.mjs';
import type { Section } from '../admin/shell/Navigation';

/**
 * The workplace's pages, in the order of the navigation. A new page is a line here, its words in `texts.ts` (the key is the
 * section's), its route in `routes.ts`.
 */
export const groups = ['meetings', 'sites', 'reports'] as const;

export interface WorkSection extends Section {
  readonly key: SectionKey;
  readonly group: (typeof groups)[number];
  /** Only for who holds one of the permissions over everything below a unit. */
  readonly overSubtree?: true;
}

export type SectionKey =
  | 'department'
  | 'calendar'
  | 'requests'
  | 'preparation'
  | 'plans'
  | 'series'
  | 'workingCalendar'
  | 'meetingTypes'
  | 'catalogue'
  | 'devices'
  | 'maintenance'
  | 'inventory'
  | 'annualReports'
  | 'reviews'
  | 'notes'
  | 'feedback'
  | 'invitations'
  | 'feeds'
  | 'today'
  | 'reminders'
  | 'allSites'
  | 'readiness'
  | 'roomRules'
  | 'checks'
  | 'trials'
  | 'trainings'
  | 'ownTrainings';

export const sections: readonly WorkSection[] = [
  { key: 'today', to: '/work', group: 'meetings', icon: IconCalendar, anyOf: ['meetings.read'] },
  {
    key: 'department',
    to: '/work/department',
    group: 'meetings',
    icon: IconLayoutDashboard,
    anyOf: ['meetings.read'],
    overSubtree: true,
  },
  {
    key: 'calendar',
    to: '/work/calendar',
    group: 'meetings',
    icon: IconCalendarMonth,
    anyOf: ['meetings.read'],
  },
  {
    key: 'requests',
    to: '/work/requests',
    group: 'meetings',
    icon: IconInbox,
    anyOf: ['meetings.request', 'meetings.approve'],
  },
  {
    key: 'preparation',
    to: '/work/checklist',
    group: 'meetings',
    icon: IconChecklist,
    anyOf: ['meetings.read'],
  },
  { key: 'plans', to: '/work/plans', group: 'meetings', icon: IconCalendarRepeat, anyOf: ['meetings.read'] },
  { key: 'series', to: '/work/series', group: 'meetings', icon: IconRepeat, anyOf: ['meetings.read'] },
  {
    key: 'workingCalendar',
    to: '/work/working-calendar',
    group: 'meetings',
    icon: IconCalendarOff,
    anyOf: ['meetings.read'],
  },
  {
    key: 'meetingTypes',
    to: '/work/meeting-types',
    group: 'meetings',
    icon: IconCategory,
    anyOf: ['meetings.read'],
  },
  {
    key: 'invitations',
    to: '/work/invitations',
    group: 'meetings',
    icon: IconMailOpened,
    anyOf: ['meetings.read'],
  },
  { key: 'feeds', to: '/work/feeds', group: 'meetings', icon: IconCalendarPlus, anyOf: ['meetings.read'] },
  {
    key: 'reminders',
    to: '/work/reminders',
    group: 'meetings',
    icon: IconBell,
    anyOf: ['meetings.configure'],
  },
  { key: 'allSites', to: '/work/sites', group: 'sites', icon: IconBuildingCommunity, anyOf: ['sites.read'] },
  { key: 'readiness', to: '/work/readiness', group: 'sites', icon: IconChartBar, anyOf: ['sites.read'] },
  { key: 'roomRules', to: '/work/room-rules', group: 'sites', icon: IconFileText, anyOf: ['sites.read'] },
  {
    key: 'checks',
    to: '/work/checks',
    group: 'meetings',
    icon: IconPlugConnected,
    anyOf: ['meetings.read', 'meetings.answer'],
  },
  { key: 'trials', to: '/work/trials', group: 'meetings', icon: IconTestPipe, anyOf: ['meetings.read'] },
  { key: 'trainings', to: '/work/trainings', group: 'reports', icon: IconSchool, anyOf: ['meetings.read'] },
  {
    key: 'ownTrainings',
    to: '/work/my-trainings',
    group: 'reports',
    icon: IconCertificate,
    anyOf: ['meetings.read'],
  },
  { key: 'catalogue', to: '/work/catalogue', group: 'sites', icon: IconDeviceSpeaker, anyOf: ['sites.read'] },
  { key: 'devices', to: '/work/devices', group: 'sites', icon: IconDevices, anyOf: ['sites.read'] },
  { key: 'maintenance', to: '/work/maintenance', group: 'sites', icon: IconTool, anyOf: ['sites.read'] },
  { key: 'inventory', to: '/work/inventory', group: 'sites', icon: IconTable, anyOf: ['sites.write'] },
  {
    key: 'annualReports',
    to: '/work/reports',
    group: 'reports',
    icon: IconFileReport,
    anyOf: ['reports.read'],
  },
  {
    key: 'reviews',
    to: '/work/reviews',
    group: 'reports',
    icon: IconClipboardList,
    anyOf: ['reports.write', 'reports.receive'],
  },
  { key: 'notes', to: '/work/notes', group: 'reports', icon: IconAward, anyOf: ['sites.read'] },
  { key: 'feedback', to: '/work/feedback', group: 'reports', icon: IconMessageReport, anyOf: ['sites.read'] },
];
