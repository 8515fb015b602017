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

export const workRoute = work.addChildren([today, reminders]);
