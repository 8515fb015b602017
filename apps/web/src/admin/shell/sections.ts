import IconAddressBook from '@tabler/icons-react/dist/esm/icons/IconAddressBook.mjs';
import IconFileSpreadsheet from '@tabler/icons-react/dist/esm/icons/IconFileSpreadsheet.mjs';
import IconDevices from '@tabler/icons-react/dist/esm/icons/IconDevices.mjs';
import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
import IconWebhook from '@tabler/icons-react/dist/esm/icons/IconWebhook.mjs';
import IconListSearch from '@tabler/icons-react/dist/esm/icons/IconListSearch.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconShieldLock from '@tabler/icons-react/dist/esm/icons/IconShieldLock.mjs';
import IconHeartbeat from '@tabler/icons-react/dist/esm/icons/IconHeartbeat.mjs';
import IconLayoutDashboard from '@tabler/icons-react/dist/esm/icons/IconLayoutDashboard.mjs';
import IconSchool from '@tabler/icons-react/dist/esm/icons/IconSchool.mjs';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import IconSitemap from '@tabler/icons-react/dist/esm/icons/IconSitemap.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import type { Section } from './Navigation';

/**
 * The console's places, in the order of the navigation. A new page is a line here, its words in `texts.ts` (the key is the
 * section's), its route in `../routes.ts`. Shown to those who hold one of the permissions anywhere.
 */
export const groups = ['organisation', 'people', 'system'] as const;

export interface AdminSection extends Section {
  readonly key: SectionKey;
  readonly group: (typeof groups)[number];
}

export type SectionKey =
  | 'home'
  | 'units'
  | 'classes'
  | 'people'
  | 'roles'
  | 'roster'
  | 'import'
  | 'sessions'
  | 'keys'
  | 'webhooks'
  | 'audit'
  | 'settings'
  | 'mails'
  | 'privacy'
  | 'health';

export const sections: readonly AdminSection[] = [
  { key: 'home', to: '/admin', group: 'organisation', icon: IconLayoutDashboard, anyOf: ['units.read'] },
  { key: 'units', to: '/admin/units', group: 'organisation', icon: IconSitemap, anyOf: ['units.read'] },
  { key: 'classes', to: '/admin/classes', group: 'organisation', icon: IconSchool, anyOf: ['users.read'] },
  { key: 'people', to: '/admin/people', group: 'people', icon: IconUsers, anyOf: ['users.read'] },
  {
    key: 'roles',
    to: '/admin/roles',
    group: 'people',
    icon: IconShieldCheck,
    anyOf: ['grants.read', 'roles.define'],
  },
  { key: 'roster', to: '/admin/roster', group: 'people', icon: IconAddressBook, anyOf: ['roster.read'] },
  { key: 'import', to: '/admin/import', group: 'people', icon: IconFileSpreadsheet, anyOf: ['users.import'] },
  { key: 'sessions', to: '/admin/sessions', group: 'people', icon: IconDevices, anyOf: ['sessions.read'] },
  { key: 'keys', to: '/admin/keys', group: 'system', icon: IconKey, anyOf: ['keys.manage'] },
  { key: 'webhooks', to: '/admin/webhooks', group: 'system', icon: IconWebhook, anyOf: ['webhooks.manage'] },
  { key: 'audit', to: '/admin/audit', group: 'system', icon: IconListSearch, anyOf: ['audit.read'] },
  { key: 'privacy', to: '/admin/privacy', group: 'system', icon: IconShieldLock, anyOf: ['privacy.manage'] },
  { key: 'mails', to: '/admin/mails', group: 'system', icon: IconMail, anyOf: ['settings.read'] },
  { key: 'settings', to: '/admin/settings', group: 'system', icon: IconSettings, anyOf: ['settings.read'] },
  { key: 'health', to: '/admin/health', group: 'system', icon: IconHeartbeat, anyOf: ['health.read'] },
];
