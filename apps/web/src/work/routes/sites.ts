import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { work } from '../work-route';

const sites = createRoute({
  getParentRoute: () => work,
  path: '/sites',
  component: lazyRouteComponent(() => import('../../pages/sites/list/SitesPage'), 'SitesPage'),
});

const site = createRoute({
  getParentRoute: () => work,
  path: '/sites/$siteId',
  component: lazyRouteComponent(() => import('../../pages/sites/site/SitePage'), 'SitePage'),
});

const readiness = createRoute({
  getParentRoute: () => work,
  path: '/readiness',
  component: lazyRouteComponent(() => import('../../pages/sites/readiness/ReadinessPage'), 'ReadinessPage'),
});

const checklist = createRoute({
  getParentRoute: () => work,
  path: '/readiness/checklist',
  component: lazyRouteComponent(() => import('../../pages/sites/readiness/ChecklistPage'), 'ChecklistPage'),
});

const roomRules = createRoute({
  getParentRoute: () => work,
  path: '/room-rules',
  component: lazyRouteComponent(() => import('../../pages/sites/rules/RulesPage'), 'RulesPage'),
});

const catalogue = createRoute({
  getParentRoute: () => work,
  path: '/catalogue',
  component: lazyRouteComponent(() => import('../../pages/sites/equipment/CataloguePage'), 'CataloguePage'),
});

const devices = createRoute({
  getParentRoute: () => work,
  path: '/devices',
  component: lazyRouteComponent(() => import('../../pages/sites/devices/DevicesPage'), 'DevicesPage'),
});

const device = createRoute({
  getParentRoute: () => work,
  path: '/devices/$code',
  component: lazyRouteComponent(() => import('../../pages/sites/equipment/DevicePage'), 'DevicePage'),
});

const maintenance = createRoute({
  getParentRoute: () => work,
  path: '/maintenance',
  component: lazyRouteComponent(() => import('../../pages/sites/equipment/DuePage'), 'DuePage'),
});

const kinds = createRoute({
  getParentRoute: () => work,
  path: '/maintenance/kinds',
  component: lazyRouteComponent(() => import('../../pages/sites/kinds/KindsPage'), 'KindsPage'),
});

const inventory = createRoute({
  getParentRoute: () => work,
  path: '/inventory',
  component: lazyRouteComponent(() => import('../../pages/sites/equipment/InventoryPage'), 'InventoryPage'),
});

export const sitesRoutes = [
  sites,
  site,
  readiness,
  checklist,
  roomRules,
  catalogue,
  devices,
  device,
  maintenance,
  kinds,
  inventory,
] as const;
