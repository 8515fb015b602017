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

export const adminRoute = admin.addChildren([home, units, unit]);
