import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../app/root-route';
import { listSearch } from './table/list-search';

/** The console: one frame, each page fetched when it is opened. Only the addresses are in the first load. */
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./shell/AdminShell'), 'AdminShell'),
});

const home = createRoute({
  getParentRoute: () => admin,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/admin/home/AdminHome'), 'AdminHome'),
});

const units = createRoute({
  getParentRoute: () => admin,
  path: '/units',
  component: lazyRouteComponent(() => import('../pages/admin/units/UnitsPage'), 'UnitsPage'),
});
const unit = createRoute({
  getParentRoute: () => admin,
  path: '/units/$unitId',
  component: lazyRouteComponent(() => import('../pages/admin/units/unit/UnitPage'), 'UnitPage'),
});
const unitTypes = createRoute({
  getParentRoute: () => admin,
  path: '/units/types',
  component: lazyRouteComponent(() => import('../pages/admin/units/types/UnitTypesPage'), 'UnitTypesPage'),
});
const people = createRoute({
  getParentRoute: () => admin,
  path: '/people',
  component: lazyRouteComponent(() => import('../pages/admin/people/PeoplePage'), 'PeoplePage'),
});
const person = createRoute({
  getParentRoute: () => admin,
  path: '/people/$userId',
  component: lazyRouteComponent(() => import('../pages/admin/people/person/PersonPage'), 'PersonPage'),
});
const classes = createRoute({
  getParentRoute: () => admin,
  path: '/classes',
  component: lazyRouteComponent(() => import('../pages/admin/classes/ClassesPage'), 'ClassesPage'),
});
const schoolClass = createRoute({
  getParentRoute: () => admin,
  path: '/classes/$classId',
  component: lazyRouteComponent(() => import('../pages/admin/classes/class/ClassPage'), 'ClassPage'),
});
const roles = createRoute({
  getParentRoute: () => admin,
  path: '/roles',
  component: lazyRouteComponent(() => import('../pages/admin/roles/RolesPage'), 'RolesPage'),
});
const roster = createRoute({
  getParentRoute: () => admin,
  path: '/roster',
  component: lazyRouteComponent(() => import('../pages/admin/roster/RosterPage'), 'RosterPage'),
});
const imports = createRoute({
  getParentRoute: () => admin,
  path: '/import',
  component: lazyRouteComponent(() => import('../pages/admin/import/ImportPage'), 'ImportPage'),
});
const importRun = createRoute({
  getParentRoute: () => admin,
  path: '/import/$importId',
  component: lazyRouteComponent(() => import('../pages/admin/import/run/ImportRunPage'), 'ImportRunPage'),
});
const sessions = createRoute({
  getParentRoute: () => admin,
  path: '/sessions',
  component: lazyRouteComponent(() => import('../pages/admin/sessions/SessionsPage'), 'SessionsPage'),
});
const keys = createRoute({
  getParentRoute: () => admin,
  path: '/keys',
  component: lazyRouteComponent(() => import('../pages/admin/keys/KeysPage'), 'KeysPage'),
});
const webhooks = createRoute({
  getParentRoute: () => admin,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('../pages/admin/webhooks/WebhooksPage'), 'WebhooksPage'),
});
const audit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  component: lazyRouteComponent(() => import('../pages/admin/audit/AuditPage'), 'AuditPage'),
});
const settings = createRoute({
  getParentRoute: () => admin,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/admin/settings/SettingsPage'), 'SettingsPage'),
});
const mails = createRoute({
  getParentRoute: () => admin,
  path: '/mails',
  component: lazyRouteComponent(() => import('../pages/admin/mails/MailsPage'), 'MailsPage'),
});
const privacy = createRoute({
  getParentRoute: () => admin,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../pages/admin/privacy/PrivacyPage'), 'PrivacyPage'),
});
const health = createRoute({
  getParentRoute: () => admin,
  path: '/health',
  component: lazyRouteComponent(() => import('../pages/admin/health/HealthPage'), 'HealthPage'),
});

export const adminRoute = admin.addChildren([
  home,
  units,
  unit,
  unitTypes,
  people,
  person,
  classes,
  schoolClass,
  roles,
  roster,
  imports,
  importRun,
  sessions,
  keys,
  webhooks,
  audit,
  settings,
  mails,
  privacy,
  health,
]);
