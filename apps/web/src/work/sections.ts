import IconMailOpened from '@tabler/icons-react/dist/esm/icons/IconMailOpened.mjs';
import IconCalendarPlus from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import IconBuildingCommunity from '@tabler/icons-react/dist/esm/icons/IconBuildingCommunity.mjs';
import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import type { Section } from '../admin/shell/Navigation';

/**
 * The workplace's pages, in the order of the navigation. A new page is a line here, its words in `texts.ts` (the key is the
 * section's), its route in `routes.ts`.
 */
export const groups = ['meetings', 'sites', 'reports'] as const;

export interface WorkSection extends Section {
  readonly key: SectionKey;
  readonly group: (typeof groups)[number];
}

export type SectionKey =
  'invitations' | 'feeds' | 'today' | 'reminders' | 'allSites' | 'readiness' | 'roomRules';

export const sections: readonly WorkSection[] = [
  { key: 'today', to: '/work', group: 'meetings', icon: IconCalendar, anyOf: ['meetings.read'] },
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
];
