import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { work } from '../work-route';

const calendar = createRoute({
  getParentRoute: () => work,
  path: '/calendar',
  component: lazyRouteComponent(() => import('../../pages/meetings/calendar/CalendarPage'), 'CalendarPage'),
});

const newMeeting = createRoute({
  getParentRoute: () => work,
  path: '/meetings/new',
  component: lazyRouteComponent(
    () => import('../../pages/meetings/occurrence/NewOccurrencePage'),
    'NewOccurrencePage',
  ),
});

const meeting = createRoute({
  getParentRoute: () => work,
  path: '/meetings/$occurrenceId',
  component: lazyRouteComponent(
    () => import('../../pages/meetings/occurrence/OccurrencePage'),
    'OccurrencePage',
  ),
});

const scores = createRoute({
  getParentRoute: () => work,
  path: '/meetings/$occurrenceId/scores',
  component: lazyRouteComponent(() => import('../../pages/meetings/scores/ScoresPage'), 'ScoresPage'),
});

const requests = createRoute({
  getParentRoute: () => work,
  path: '/requests',
  component: lazyRouteComponent(() => import('../../pages/meetings/requests/RequestsPage'), 'RequestsPage'),
});

const newRequest = createRoute({
  getParentRoute: () => work,
  path: '/requests/new',
  component: lazyRouteComponent(
    () => import('../../pages/meetings/requests/NewRequestPage'),
    'NewRequestPage',
  ),
});

const preparation = createRoute({
  getParentRoute: () => work,
  path: '/checklist',
  component: lazyRouteComponent(
    () => import('../../pages/meetings/checklist/ChecklistBoardPage'),
    'ChecklistBoardPage',
  ),
});

const invitations = createRoute({
  getParentRoute: () => work,
  path: '/invitations',
  component: lazyRouteComponent(
    () => import('../../pages/meetings/invitations/InvitationsPage'),
    'InvitationsPage',
  ),
});

const feeds = createRoute({
  getParentRoute: () => work,
  path: '/feeds',
  component: lazyRouteComponent(() => import('../../pages/meetings/feeds/FeedsPage'), 'FeedsPage'),
});

export const meetingsRoutes = [
  calendar,
  newMeeting,
  meeting,
  scores,
  requests,
  newRequest,
  preparation,
  invitations,
  feeds,
] as const;
