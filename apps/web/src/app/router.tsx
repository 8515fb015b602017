import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { adminRoute } from '../admin/routes';
import { EntryPage } from '../pages/entry/EntryPage';
import { workRoute } from '../work/routes';
import { root } from './root-route';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/home/HomePage'), 'HomePage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  /** Only places on this site: nobody is sent elsewhere by a link. */
  validateSearch: ({ to }: { to?: unknown }): { to?: string } =>
    typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {},
  component: lazyRouteComponent(() => import('../pages/sign-in/SignInPage'), 'SignInPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('../pages/reset/ResetPage'), 'ResetPage'),
});

const email = createRoute({
  getParentRoute: () => root,
  path: '/email',
  component: lazyRouteComponent(() => import('../pages/email/EmailPage'), 'EmailPage'),
});

const reply = createRoute({
  getParentRoute: () => root,
  path: '/reply',
  component: lazyRouteComponent(() => import('../pages/meetings/invitations/ReplyPage'), 'ReplyPage'),
});

const parent = createRoute({
  getParentRoute: () => root,
  path: '/parent',
  component: lazyRouteComponent(() => import('../pages/parent/ParentPage'), 'ParentPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../pages/account/AccountPage'), 'AccountPage'),
});

const check = createRoute({
  getParentRoute: () => root,
  path: '/check',
  component: lazyRouteComponent(() => import('../pages/meetings/checks/LinkCheckPage'), 'LinkCheckPage'),
});

const certificate = createRoute({
  getParentRoute: () => root,
  path: '/certificate',
  component: lazyRouteComponent(() => import('../pages/certificate/CertificatePage'), 'CertificatePage'),
});

/** The one page that is not fetched on demand: it is where nearly everybody arrives. */
const entry = createRoute({ getParentRoute: () => root, path: '/r/$slug', component: EntryPage });

/** What labels of devices say: short, so that the code is small. */
const label = createRoute({
  getParentRoute: () => root,
  path: '/d/$code',
  beforeLoad: ({ params: { code } }) => {
    // oxlint-disable-next-line typescript/only-throw-error -- the router's own way to say it
    throw redirect({ to: '/work/devices/$code', params: { code }, replace: true });
  },
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    signIn,
    reset,
    email,
    reply,
    parent,
    account,
    check,
    certificate,
    entry,
    label,
    adminRoute,
    workRoute,
  ]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
