import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { work } from '../work-route';

const trainings = createRoute({
  getParentRoute: () => work,
  path: '/trainings',
  component: lazyRouteComponent(() => import('../../pages/trainings/TrainingsPage'), 'TrainingsPage'),
});

const training = createRoute({
  getParentRoute: () => work,
  path: '/trainings/$trainingId',
  component: lazyRouteComponent(() => import('../../pages/trainings/TrainingPage'), 'TrainingPage'),
});

export const trainingsRoutes = [trainings, training] as const;
