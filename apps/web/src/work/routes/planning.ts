import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { work } from '../work-route';

const plans = createRoute({
  getParentRoute: () => work,
  path: '/plans',
  component: lazyRouteComponent(() => import('../../pages/meetings/plans/PlansPage'), 'PlansPage'),
});

const plan = createRoute({
  getParentRoute: () => work,
  path: '/plans/$planId',
  component: lazyRouteComponent(() => import('../../pages/meetings/plans/PlanPage'), 'PlanPage'),
});

const seriesList = createRoute({
  getParentRoute: () => work,
  path: '/series',
  component: lazyRouteComponent(
    () => import('../../pages/meetings/series-list/SeriesListPage'),
    'SeriesListPage',
  ),
});

const newSeries = createRoute({
  getParentRoute: () => work,
  path: '/series/new',
  component: lazyRouteComponent(() => import('../../pages/meetings/series/NewSeriesPage'), 'NewSeriesPage'),
});

const series = createRoute({
  getParentRoute: () => work,
  path: '/series/$seriesId',
  component: lazyRouteComponent(() => import('../../pages/meetings/series/SeriesPage'), 'SeriesPage'),
});

const workingCalendar = createRoute({
  getParentRoute: () => work,
  path: '/working-calendar',
  component: lazyRouteComponent(
    () => import('../../pages/meetings/working-calendar/WorkingCalendarPage'),
    'WorkingCalendarPage',
  ),
});

const meetingTypes = createRoute({
  getParentRoute: () => work,
  path: '/meeting-types',
  component: lazyRouteComponent(() => import('../../pages/meetings/types/TypesPage'), 'TypesPage'),
});

const reminders = createRoute({
  getParentRoute: () => work,
  path: '/reminders',
  component: lazyRouteComponent(
    () => import('../../pages/meetings/reminders/RemindersPage'),
    'RemindersPage',
  ),
});

export const planningRoutes = [
  plans,
  plan,
  seriesList,
  newSeries,
  series,
  workingCalendar,
  meetingTypes,
  reminders,
] as const;
