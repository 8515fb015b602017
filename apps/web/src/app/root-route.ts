import { createRootRoute, Outlet } from '@tanstack/react-router';
import { ErrorPage } from './ErrorPage';
import { NotFoundPage } from './NotFoundPage';

export const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});
