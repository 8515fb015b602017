import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { work } from '../work-route';

const annualReports = createRoute({
  getParentRoute: () => work,
  path: '/reports',
  component: lazyRouteComponent(() => import('../../pages/reports/ReportsPage'), 'ReportsPage'),
});

const annualReport = createRoute({
  getParentRoute: () => work,
  path: '/reports/$reportId',
  component: lazyRouteComponent(() => import('../../pages/reports/ReportPage'), 'ReportPage'),
});

const rollUp = createRoute({
  getParentRoute: () => work,
  path: '/roll-up',
  component: lazyRouteComponent(() => import('../../pages/reports/RollUpPage'), 'RollUpPage'),
});

const reviews = createRoute({
  getParentRoute: () => work,
  path: '/reviews',
  component: lazyRouteComponent(() => import('../../pages/reports/reviews/ReviewsPage'), 'ReviewsPage'),
});

const review = createRoute({
  getParentRoute: () => work,
  path: '/reviews/$reviewId',
  component: lazyRouteComponent(() => import('../../pages/reports/reviews/ReviewPage'), 'ReviewPage'),
});

const reviewAnswer = createRoute({
  getParentRoute: () => work,
  path: '/review-answers/$answerId',
  component: lazyRouteComponent(() => import('../../pages/reports/reviews/AnswerPage'), 'AnswerPage'),
});

const notes = createRoute({
  getParentRoute: () => work,
  path: '/notes',
  component: lazyRouteComponent(() => import('../../pages/reports/notes/NotesPage'), 'NotesPage'),
});

const feedback = createRoute({
  getParentRoute: () => work,
  path: '/feedback',
  component: lazyRouteComponent(() => import('../../pages/reports/notes/FeedbackPage'), 'FeedbackPage'),
});

export const reportsRoutes = [
  annualReports,
  annualReport,
  rollUp,
  reviews,
  review,
  reviewAnswer,
  notes,
  feedback,
] as const;
