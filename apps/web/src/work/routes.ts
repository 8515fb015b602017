import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../admin/table/list-search';
import { root } from '../app/root-route';

/** One frame, each page fetched when it is opened. Only the addresses are in the first load. */
const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./WorkShell'), 'WorkShell'),
});

const today = createRoute({
  getParentRoute: () => work,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/work/TodayPage'), 'TodayPage'),
});

const reminders = createRoute({
  getParentRoute: () => work,
  path: '/reminders',
  component: lazyRouteComponent(() => import('../pages/meetings/reminders/RemindersPage'), 'RemindersPage'),
});

const sites = createRoute({
  getParentRoute: () => work,
  path: '/sites',
  component: lazyRouteComponent(() => import('../pages/sites/list/SitesPage'), 'SitesPage'),
});

const site = createRoute({
  getParentRoute: () => work,
  path: '/sites/$siteId',
  component: lazyRouteComponent(() => import('../pages/sites/site/SitePage'), 'SitePage'),
});

const readiness = createRoute({
  getParentRoute: () => work,
  path: '/readiness',
  component: lazyRouteComponent(() => import('../pages/sites/readiness/ReadinessPage'), 'ReadinessPage'),
});

const checklist = createRoute({
  getParentRoute: () => work,
  path: '/readiness/checklist',
  component: lazyRouteComponent(() => import('../pages/sites/readiness/ChecklistPage'), 'ChecklistPage'),
});

const roomRules = createRoute({
  getParentRoute: () => work,
  path: '/room-rules',
  component: lazyRouteComponent(() => import('../pages/sites/rules/RulesPage'), 'RulesPage'),
});

const invitations = createRoute({
  getParentRoute: () => work,
  path: '/invitations',
  component: lazyRouteComponent(
    () => import('../pages/meetings/invitations/InvitationsPage'),
    'InvitationsPage',
  ),
});

const feeds = createRoute({
  getParentRoute: () => work,
  path: '/feeds',
  component: lazyRouteComponent(() => import('../pages/meetings/feeds/FeedsPage'), 'FeedsPage'),
});

export const workRoute = work.addChildren([
  today,
  invitations,
  feeds,
  reminders,
  sites,
  site,
  readiness,
  checklist,
  roomRules,
]);
