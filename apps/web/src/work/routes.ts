import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { checksRoutes } from './routes/checks';
import { meetingsRoutes } from './routes/meetings';
import { planningRoutes } from './routes/planning';
import { reportsRoutes } from './routes/reports';
import { sitesRoutes } from './routes/sites';
import { trainingsRoutes } from './routes/trainings';
import { work } from './work-route';

const today = createRoute({
  getParentRoute: () => work,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/work/TodayPage'), 'TodayPage'),
});

const department = createRoute({
  getParentRoute: () => work,
  path: '/department',
  component: lazyRouteComponent(() => import('../pages/work/department/DepartmentPage'), 'DepartmentPage'),
});

export const workRoute = work.addChildren([
  today,
  department,
  ...planningRoutes,
  ...meetingsRoutes,
  ...checksRoutes,
  ...sitesRoutes,
  ...reportsRoutes,
  ...trainingsRoutes,
]);
