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

export const adminRoute = admin.addChildren([
  home,
  units,
  unit,
  people,
  person,
  classes,
  schoolClass,
  roles,
  roster,
]);
