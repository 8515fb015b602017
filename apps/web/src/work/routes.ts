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

const sites = createRoute({
  getParentRoute: () => work,
  path: '/sites',
  component: lazyRouteComponent(() => import('../pages/sites/list/SitesPage'), 'SitesPage'),
});

const site = createRoute({
  getParentRoute: () => work,
  path: '/sites/$siteId',
  component: lazyRouteComponent(() => import('../pages/sites/site/SitePage'), 'SitePage'),
});

const readiness = createRoute({
  getParentRoute: () => work,
  path: '/readiness',
  component: lazyRouteComponent(() => import('../pages/sites/readiness/ReadinessPage'), 'ReadinessPage'),
});

const checklist = createRoute({
  getParentRoute: () => work,
  path: '/readiness/checklist',
  component: lazyRouteComponent(() => import('../pages/sites/readiness/ChecklistPage'), 'ChecklistPage'),
});

const roomRules = createRoute({
  getParentRoute: () => work,
  path: '/room-rules',
  component: lazyRouteComponent(() => import('../pages/sites/rules/RulesPage'), 'RulesPage'),
});

const invitations = createRoute({
  getParentRoute: () => work,
  path: '/invitations',
  component: lazyRouteComponent(
    () => import('../pages/meetings/invitations/InvitationsPage'),
    'InvitationsPage',
  ),
});

const feeds = createRoute({
  getParentRoute: () => work,
  path: '/feeds',
  component: lazyRouteComponent(() => import('../pages/meetings/feeds/FeedsPage'), 'FeedsPage'),
});

const checks = createRoute({
  getParentRoute: () => work,
  path: '/checks',
  component: lazyRouteComponent(() => import('../pages/meetings/checks/ChecksPage'), 'ChecksPage'),
});
const checkBoard = createRoute({
  getParentRoute: () => work,
  path: '/checks/$occurrenceId',
  component: lazyRouteComponent(() => import('../pages/meetings/checks/BoardPage'), 'BoardPage'),
});
const ownCheck = createRoute({
  getParentRoute: () => work,
  path: '/checks/$occurrenceId/$siteId',
  component: lazyRouteComponent(() => import('../pages/meetings/checks/OwnCheckPage'), 'OwnCheckPage'),
});

const closing = createRoute({
  getParentRoute: () => work,
  path: '/closing/$occurrenceId/$siteId',
  component: lazyRouteComponent(() => import('../pages/meetings/closing/ClosingPage'), 'ClosingPage'),
});

const trials = createRoute({
  getParentRoute: () => work,
  path: '/trials',
  component: lazyRouteComponent(() => import('../pages/meetings/trials/TrialsPage'), 'TrialsPage'),
});
const trial = createRoute({
  getParentRoute: () => work,
  path: '/trials/$trialId',
  component: lazyRouteComponent(() => import('../pages/meetings/trials/TrialPage'), 'TrialPage'),
});
const ownTrial = createRoute({
  getParentRoute: () => work,
  path: '/trials/$trialId/$unitId',
  component: lazyRouteComponent(() => import('../pages/meetings/trials/OwnTrialPage'), 'OwnTrialPage'),
});

const trainings = createRoute({
  getParentRoute: () => work,
  path: '/trainings',
  component: lazyRouteComponent(() => import('../pages/trainings/TrainingsPage'), 'TrainingsPage'),
});
const training = createRoute({
  getParentRoute: () => work,
  path: '/trainings/$trainingId',
  component: lazyRouteComponent(() => import('../pages/trainings/TrainingPage'), 'TrainingPage'),
});

const plans = createRoute({
  getParentRoute: () => work,
  path: '/plans',
  component: lazyRouteComponent(() => import('../pages/meetings/plans/PlansPage'), 'PlansPage'),
});

const plan = createRoute({
  getParentRoute: () => work,
  path: '/plans/$planId',
  component: lazyRouteComponent(() => import('../pages/meetings/plans/PlanPage'), 'PlanPage'),
});

const newSeries = createRoute({
  getParentRoute: () => work,
  path: '/series/new',
  component: lazyRouteComponent(() => import('../pages/meetings/series/NewSeriesPage'), 'NewSeriesPage'),
});

const series = createRoute({
  getParentRoute: () => work,
  path: '/series/$seriesId',
  component: lazyRouteComponent(() => import('../pages/meetings/series/SeriesPage'), 'SeriesPage'),
});

const workingCalendar = createRoute({
  getParentRoute: () => work,
  path: '/working-calendar',
  component: lazyRouteComponent(
    () => import('../pages/meetings/working-calendar/WorkingCalendarPage'),
    'WorkingCalendarPage',
  ),
});

const meetingTypes = createRoute({
  getParentRoute: () => work,
  path: '/meeting-types',
  component: lazyRouteComponent(() => import('../pages/meetings/types/TypesPage'), 'TypesPage'),
});

const catalogue = createRoute({
  getParentRoute: () => work,
  path: '/catalogue',
  component: lazyRouteComponent(() => import('../pages/sites/equipment/CataloguePage'), 'CataloguePage'),
});

const device = createRoute({
  getParentRoute: () => work,
  path: '/devices/$code',
  component: lazyRouteComponent(() => import('../pages/sites/equipment/DevicePage'), 'DevicePage'),
});

const maintenance = createRoute({
  getParentRoute: () => work,
  path: '/maintenance',
  component: lazyRouteComponent(() => import('../pages/sites/equipment/DuePage'), 'DuePage'),
});

const inventory = createRoute({
  getParentRoute: () => work,
  path: '/inventory',
  component: lazyRouteComponent(() => import('../pages/sites/equipment/InventoryPage'), 'InventoryPage'),
});

const annualReports = createRoute({
  getParentRoute: () => work,
  path: '/reports',
  component: lazyRouteComponent(() => import('../pages/reports/ReportsPage'), 'ReportsPage'),
});

const annualReport = createRoute({
  getParentRoute: () => work,
  path: '/reports/$reportId',
  component: lazyRouteComponent(() => import('../pages/reports/ReportPage'), 'ReportPage'),
});

const rollUp = createRoute({
  getParentRoute: () => work,
  path: '/roll-up',
  component: lazyRouteComponent(() => import('../pages/reports/RollUpPage'), 'RollUpPage'),
});

const reviews = createRoute({
  getParentRoute: () => work,
  path: '/reviews',
  component: lazyRouteComponent(() => import('../pages/reports/reviews/ReviewsPage'), 'ReviewsPage'),
});

const review = createRoute({
  getParentRoute: () => work,
  path: '/reviews/$reviewId',
  component: lazyRouteComponent(() => import('../pages/reports/reviews/ReviewPage'), 'ReviewPage'),
});

const reviewAnswer = createRoute({
  getParentRoute: () => work,
  path: '/review-answers/$answerId',
  component: lazyRouteComponent(() => import('../pages/reports/reviews/AnswerPage'), 'AnswerPage'),
});

const notes = createRoute({
  getParentRoute: () => work,
  path: '/notes',
  component: lazyRouteComponent(() => import('../pages/reports/notes/NotesPage'), 'NotesPage'),
});

const feedback = createRoute({
  getParentRoute: () => work,
  path: '/feedback',
  component: lazyRouteComponent(() => import('../pages/reports/notes/FeedbackPage'), 'FeedbackPage'),
});

const calendar = createRoute({
  getParentRoute: () => work,
  path: '/calendar',
  component: lazyRouteComponent(() => import('../pages/meetings/calendar/CalendarPage'), 'CalendarPage'),
});

const newMeeting = createRoute({
  getParentRoute: () => work,
  path: '/meetings/new',
  component: lazyRouteComponent(
    () => import('../pages/meetings/occurrence/NewOccurrencePage'),
    'NewOccurrencePage',
  ),
});

const meeting = createRoute({
  getParentRoute: () => work,
  path: '/meetings/$occurrenceId',
  component: lazyRouteComponent(
    () => import('../pages/meetings/occurrence/OccurrencePage'),
    'OccurrencePage',
  ),
});

const scores = createRoute({
  getParentRoute: () => work,
  path: '/meetings/$occurrenceId/scores',
  component: lazyRouteComponent(() => import('../pages/meetings/scores/ScoresPage'), 'ScoresPage'),
});

const requests = createRoute({
  getParentRoute: () => work,
  path: '/requests',
  component: lazyRouteComponent(() => import('../pages/meetings/requests/RequestsPage'), 'RequestsPage'),
});

const newRequest = createRoute({
  getParentRoute: () => work,
  path: '/requests/new',
  component: lazyRouteComponent(() => import('../pages/meetings/requests/NewRequestPage'), 'NewRequestPage'),
});

const preparation = createRoute({
  getParentRoute: () => work,
  path: '/checklist',
  component: lazyRouteComponent(
    () => import('../pages/meetings/checklist/ChecklistBoardPage'),
    'ChecklistBoardPage',
  ),
});

export const workRoute = work.addChildren([
  plans,
  plan,
  newSeries,
  series,
  workingCalendar,
  meetingTypes,
  today,
  calendar,
  newMeeting,
  meeting,
  scores,
  requests,
  newRequest,
  preparation,
  invitations,
  feeds,
  reminders,
  sites,
  site,
  readiness,
  checklist,
  roomRules,
  checks,
  checkBoard,
  ownCheck,
  closing,
  trials,
  trial,
  ownTrial,
  trainings,
  training,
  catalogue,
  device,
  maintenance,
  inventory,
  annualReports,
  annualReport,
  rollUp,
  reviews,
  review,
  reviewAnswer,
  notes,
  feedback,
]);
