import type { Caller } from '@diemcau/contracts/core/caller';
import { builtInRoles, roles } from '@diemcau/contracts/identity/roles';
import { controllers } from '../src/controllers.js';
import { refusal } from '../src/edge/auth/access.js';
import { apiPrefix, type RouteSpec, routesOf } from '../src/edge/http/route.js';
import { randomUUID } from 'node:crypto';
import { EdgeBed } from './edge-bed.js';

let bed: EdgeBed;
beforeAll(async () => {
  bed = await EdgeBed.start();
});
afterAll(() => bed.stop());

const routes = routesOf(controllers);
/** Whoever walked through this door would be signed out for the rest of the walk. */
const walked = routes.filter(({ path }) => path !== 'sessions' && path !== 'sessions/current');

/** Somewhere that nothing is, so that a walk changes nothing. */
const nowhere = ({ path }: RouteSpec): string =>
  `/${apiPrefix}/${path.replace(':slug', 'khong-co-phong-nay').replace(/:\w+/g, () => randomUUID())}`;

const ask = (route: RouteSpec, authorization?: string) =>
  bed.send(route.method.toUpperCase(), nowhere(route), {
    headers: authorization === undefined ? {} : { authorization },
    ...(route.method !== 'get' && route.method !== 'delete' && { body: {} }),
  });

/** What the edge must say to a role, by the permission that the route names. */
function expected({ access }: RouteSpec, caller: Caller): string | undefined {
  return refusal(access, { caller, entryToken: null })?.code;
}

test('every route names what its caller must be allowed to do', () => {
  expect(routes.length).toBeGreaterThan(20);
  for (const { access } of routes) expect(access).toBeDefined();
});

describe.each(walked.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const))(
  '%s',
  (_, route) => {
    test('somebody without an account gets in only where anybody may', async () => {
      const { status, problem } = await ask(route);
      if (route.access.kind === 'anyone') expect(problem.code).not.toBe('common.signInNeeded');
      else expect([status, problem.code]).toEqual([401, 'common.signInNeeded']);
    });

    test.each(roles)('%s gets in exactly when the role permits it', async (role) => {
      const { status, problem } = await ask(route, `Bearer ${await bed.as(role)}`);
      const refused = expected(route, {
        kind: 'user',
        userId: 'u',
        sessionId: 's',
        rightsVersion: 1,
        grants: [{ role, unitId: randomUUID(), subtree: true }],
        roles: { [role]: builtInRoles[role].permissions },
      });
      if (refused) expect(problem.code).toBe(refused);
      else expect([401, 403]).not.toContain(route.access.kind === 'anyone' ? 0 : status);
      expect(status).toBeLessThan(500);
    });

    test.each([
      ['forged', () => bed.forged('departmentAdmin').slice(0, -2)],
      ['run out', () => bed.forged('departmentAdmin', {}, { expiresIn: -1 })],
      ['meant for something else', () => bed.forged('departmentAdmin', {}, { audience: 'room' })],
      ['signed by another algorithm', () => bed.forged('departmentAdmin', {}, { algorithm: 'HS512' })],
    ])('a token that is %s is nobody', async (_kind, token) => {
      const { status } = await ask(route, `Bearer ${token()}`);
      if (route.access.kind !== 'anyone') expect(status).toBe(401);
    });
  },
);

test('rights over another unit open no room of this one', async () => {
  const [room] = bed.system.demo?.rooms ?? [];
  const { data } = await bed
    .rest()
    .GET('/api/v1/rooms/{slug}', { params: { path: { slug: room?.slug ?? '' } } });
  const authorization = `Bearer ${bed.forged('departmentAdmin')}`;
  const about = (path: string) => `/${apiPrefix}/rooms/${data?.id}/${path}`;
  const answers = await Promise.all([
    bed.send('GET', about('entries'), { headers: { authorization } }),
    bed.send('POST', about('entries/admit-invited'), { headers: { authorization }, body: {} }),
    bed.send('POST', about('ticket'), { headers: { authorization }, body: {} }),
    bed.send('PUT', about('lock'), { headers: { authorization }, body: { locked: true } }),
    bed.send('PATCH', about('settings'), {
      headers: { authorization },
      body: { version: data?.version, name: 'Phòng khác' },
    }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
});
