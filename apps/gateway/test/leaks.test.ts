import { Client } from 'pg';
import { controllers } from '../src/controllers.js';
import { apiPrefix, routesOf } from '../src/edge/http/route.js';
import { scimPaths } from '../src/scim/docs/scim-paths.js';
import { EdgeBed } from './edge-bed.js';
import type { Cases } from './walk/case.js';
import { accountCases } from './walk/cases.account.js';
import { equipmentCases } from './walk/cases.equipment.js';
import { checkCases } from './walk/cases.checks.js';
import { closingCases } from './walk/cases.closing.js';
import { importCases } from './walk/cases.imports.js';
import { invitationCases } from './walk/cases.invitations.js';
import { occurrenceCases } from './walk/cases.occurrences.js';
import { oversightCases } from './walk/cases.oversight.js';
import { owedCases } from './walk/cases.owed.js';
import { peopleCases } from './walk/cases.people.js';
import { planningCases } from './walk/cases.planning.js';
import { reportCases } from './walk/cases.reports.js';
import { reminderCases } from './walk/cases.reminders.js';
import { rightsCases } from './walk/cases.rights.js';
import { roomCases } from './walk/cases.rooms.js';
import { scimCases, scimWays } from './walk/cases.scim.js';
import { siteCases } from './walk/cases.sites.js';
import { trainingCases } from './walk/cases.trainings.js';
import { unitCases } from './walk/cases.units.js';
import { makeWorld, type Send } from './walk/places.js';
import { textOf } from './walk/text-of.js';
import { type Findings, nameOf, walk } from './walk/walk.js';

const cases: Cases = {
  ...unitCases,
  ...peopleCases,
  ...importCases,
  ...rightsCases,
  ...oversightCases,
  ...roomCases,
  ...reminderCases,
  ...siteCases,
  ...invitationCases,
  ...checkCases,
  ...closingCases,
  ...owedCases,
  ...occurrenceCases,
  ...trainingCases,
  ...accountCases,
  ...planningCases,
  ...equipmentCases,
  ...reportCases,
  ...scimCases,
};

/** Why no role is walked through them. */
const elsewhere: Readonly<Record<string, string>> = {
  'DELETE sessions': 'whoever walked through it would be signed out for the rest of the walk',
  'DELETE sessions/current': 'ends what a cookie says, and takes nothing else',
  'GET entries/:entryId': 'opened by the token of the entry alone (door.test.ts)',
  'POST entries/:entryId/ticket': 'opened by the token of the entry alone (door.test.ts)',
  'POST entries/:entryId/withdraw': 'opened by the token of the entry alone (door.test.ts)',
  'GET check-link': 'opened by a signed link alone (checks.test.ts)',
  'POST check-link/begin': 'opened by a signed link alone (checks.test.ts)',
  'POST check-link/mirror': 'opened by a signed link alone (checks-measured.test.ts)',
  'POST check-link/result': 'opened by a signed link alone (checks.test.ts)',
  'GET line-tests/:lineTestId': 'open to whoever knows the id; no media node runs here (door.test.ts)',
};

const isFile = (body: unknown): body is string => typeof body === 'string';

/** A system, the two provinces in it, and what the walk finds. @param env of every service */
async function walked(only: (name: string) => boolean, env: Record<string, string> = {}): Promise<Findings> {
  const bed = await EdgeBed.start({ services: ['identity', 'meetings', 'gateway'], demo: false, env });
  const sql = new Client({ connectionString: bed.system.databaseUrl });
  try {
    await sql.connect();
    const send: Send = async (method, path, token, body) => {
      const response = await fetch(`${bed.url}${path.startsWith('/') ? path : `/${apiPrefix}/${path}`}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': isFile(body) ? 'text/csv' : 'application/json' }),
        },
        ...(body !== undefined && { body: isFile(body) ? body : JSON.stringify(body) }),
      });
      return { status: response.status, text: await textOf(response) };
    };
    const world = await makeWorld(sql, bed.accessTokenSecret, send);
    return await walk(
      [...routesOf(controllers), ...scimWays].filter((way) => only(nameOf(way))),
      cases,
      world,
      send,
    );
  } finally {
    await sql.end();
    await bed.stop();
  }
}

test('every route is walked, or says why not', () => {
  const known = new Set([...Object.keys(cases), ...Object.keys(elsewhere)]);
  const routes = [...routesOf(controllers), ...scimWays].map(nameOf);
  expect(routes.filter((name) => !known.has(name))).toEqual([]);
  expect([...known].filter((name) => !routes.includes(name))).toEqual([]);
});

test('every address of SCIM that is documented for keys is walked', () => {
  const asked = Object.entries(scimPaths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      'security' in operation && Array.isArray(operation.security) && operation.security.length === 0
        ? []
        : [`${method.toUpperCase()} ${path.replace('{id}', ':id')}`],
    ),
  );
  expect(scimWays.map(nameOf).sort()).toEqual(asked.sort());
});

test('no role gets in, or sees a word, where it has no right: own, child, sibling and foreign units, every route', async () => {
  const { leaks, unproven } = await walked(() => true);
  expect(leaks).toEqual([]);
  expect(unproven).toEqual([]);
}, 600_000);

describe('the walk notices when a guard is missing', () => {
  const few = new Set([
    'GET users/:userId',
    'PATCH users/:userId',
    'POST grants',
    'GET keys/:keyId',
    'PATCH rooms/:roomId/settings',
    'GET /scim/v2/Users/:id',
  ]);
  const without = (door: { file: string; guard: string; instead: string }, also?: string) =>
    walked((name) => few.has(name) || name === also, {
      OPEN_DOOR: JSON.stringify(door),
      NODE_OPTIONS: `--import=${new URL('./walk/open-door.mjs', import.meta.url).href}`,
    });

  test('that of the owner of an object: whose unit it is', async () => {
    const { leaks } = await without({
      file: '/contracts/dist/core/caller.js',
      guard: 'export function mayOn(',
      instead: 'export function mayOn() { return true; }\nfunction guarded(',
    });
    expect(leaks.length).toBeGreaterThan(0);
    expect(leaks.join('\n')).toContain('foreign');
  }, 120_000);

  test('that of what lies below: whether a right on a unit reaches there', async () => {
    const { leaks } = await without({
      file: '/contracts/dist/core/caller.js',
      guard: '(subtree && unitPath.includes(unitId))',
      instead: 'unitPath.includes(unitId)',
    });
    const alone = leaks.filter((leak) => leak.includes('the unit alone'));
    expect(alone.length).toBeGreaterThan(0);
    expect(leaks).toEqual(alone);
    expect(leaks.join('\n')).toContain('at child');
  }, 120_000);

  test('that of a directory: whose people it keeps', async () => {
    const { leaks } = await without({
      file: '/identity/dist/scim/person-rows.service.js',
      guard: '(u.unit_id = $1 OR',
      instead: '(true OR u.unit_id = $1 OR',
    });
    expect(leaks.join('\n')).toContain('/scim/v2/Users/:id at foreign: a key got in');
  }, 120_000);

  // What a unit asks of checks is no secret: its service leaves it to the edge who reads it.
  test('that of the edge, where it is the only one; everywhere else the service refuses by itself', async () => {
    const { leaks } = await without(
      {
        file: '/gateway/dist/program/main.js',
        guard: 'function refusal(',
        instead: 'function refusal() { return null; }\nfunction guarded(',
      },
      'GET check-policies/:unitId',
    );
    const alone = leaks.filter((leak) =>
      leak.startsWith('GET check-policies/:unitId at own: student got in'),
    );
    expect(alone).toHaveLength(1);
    expect(leaks.filter((leak) => !leak.startsWith('GET check-policies/:unitId'))).toEqual([]);
  }, 120_000);
});
