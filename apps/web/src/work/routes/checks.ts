import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { work } from '../work-route';

const checks = createRoute({
  getParentRoute: () => work,
  path: '/checks',
  component: lazyRouteComponent(() => import('../../pages/meetings/checks/ChecksPage'), 'ChecksPage'),
});

const checkBoard = createRoute({
  getParentRoute: () => work,
  path: '/checks/$occurrenceId',
  component: lazyRouteComponent(() => import('../../pages/meetings/checks/BoardPage'), 'BoardPage'),
});

const ownCheck = createRoute({
  getParentRoute: () => work,
  path: '/checks/$occurrenceId/$siteId',
  component: lazyRouteComponent(() => import('../../pages/meetings/checks/OwnCheckPage'), 'OwnCheckPage'),
});

const closing = createRoute({
  getParentRoute: () => work,
  path: '/closing/$occurrenceId/$siteId',
  component: lazyRouteComponent(() => import('../../pages/meetings/closing/ClosingPage'), 'ClosingPage'),
});

const trials = createRoute({
  getParentRoute: () => work,
  path: '/trials',
  component: lazyRouteComponent(() => import('../../pages/meetings/trials/TrialsPage'), 'TrialsPage'),
});

const trial = createRoute({
  getParentRoute: () => work,
  path: '/trials/$trialId',
  component: lazyRouteComponent(() => import('../../pages/meetings/trials/TrialPage'), 'TrialPage'),
});

const ownTrial = createRoute({
  getParentRoute: () => work,
  path: '/trials/$trialId/$unitId',
  component: lazyRouteComponent(() => import('../../pages/meetings/trials/OwnTrialPage'), 'OwnTrialPage'),
});

export const checksRoutes = [checks, checkBoard, ownCheck, closing, trials, trial, ownTrial] as const;
