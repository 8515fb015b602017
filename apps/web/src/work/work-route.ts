import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../admin/table/list-search';
import { root } from '../app/root-route';

/** One frame, each page fetched when it is opened. Only the addresses are in the first load. */
export const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./WorkShell'), 'WorkShell'),
});
