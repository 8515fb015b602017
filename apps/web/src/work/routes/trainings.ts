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

const own = createRoute({
  getParentRoute: () => work,
  path: '/my-trainings',
  component: lazyRouteComponent(
    () => import('../../pages/trainings/own/OwnTrainingsPage'),
    'OwnTrainingsPage',
  ),
});

export const trainingsRoutes = [trainings, training, own] as const;
