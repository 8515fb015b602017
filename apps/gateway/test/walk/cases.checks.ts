import { randomUUID } from 'node:crypto';
import { type Cases, listCase, unitCase, wideCase } from './case.js';
import { site } from './cases.sites.js';
import type { Place, World } from './places.js';
import { room, unique } from './specimens.js';

/** A meeting of the place at a site of the place, in a room of its own: without one nothing is checked. Triggers of meetings look for their tables in its schema. */
export async function meetingAtSite(
  place: Place,
  world: World,
  siteId: string,
  { state = 'scheduled', kind = 'briefing' } = {},
): Promise<string> {
  const { path, mark } = place;
  const [id, { roomId }] = [randomUUID(), await room(place, world)];
  await world.sql.query('SET search_path TO meetings');
  await world.sql.query(
    `INSERT INTO meetings.occurrences (id, unit_id, unit_path, unit_name, kind, title, state, starts_at, ends_at, room_id,
       room_no)
     VALUES ($1, $2, $3, $4, $5, $4, $6, now() + interval '40 hours', now() + interval '42 hours', $7,
       (SELECT no FROM meetings.rooms WHERE id = $7))`,
    [id, path.at(-1), path, mark, kind, state, roomId],
  );
  await world.sql.query(
    `INSERT INTO meetings.occurrence_sites (occurrence_id, site_id, role, expected) VALUES ($1, $2, 'main', 30)`,
    [id, siteId],
  );
  return id;
}

async function meeting(place: Place, world: World, of: { state?: string } = {}) {
  const { id: siteId } = await site(place, world);
  return { occurrenceId: await meetingAtSite(place, world, siteId, of), siteId };
}
async function ofMeeting(place: Place, world: World) {
  const { occurrenceId } = await meeting(place, world);
  return { params: { occurrenceId } };
}
async function opened(place: Place, world: World) {
  const params = await meeting(place, world);
  await world.asAdmin(place, 'POST', `occurrences/${params.occurrenceId}/checks/open`, {});
  return { params, body: {} };
}
const findings = {
  lineTestId: '00000000-0000-4000-8000-000000000000',
  mediaTestId: '00000000-0000-4000-8000-000000000001',
  sound: { toneHeard: true },
  picture: { seen: true },
  items: [],
};
const noMedia = {
  unprovable: 'no media node runs here to have measured a line (checks.test.ts, trials.test.ts)',
};

async function trialBody(place: Place, world: World) {
  const { roomId } = await room(place, world);
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  return {
    unitId: place.unitId,
    title: `${place.mark} ${unique()}`,
    roomId,
    startsAt: at(1),
    endsAt: at(9),
    requiredMbps: 10,
    invitedUnitIds: [place.unitId],
  };
}
async function trial(place: Place, world: World) {
  const body = await trialBody(place, world);
  const { id, version } = await world.asAdmin<{ id: string; version: number }>(place, 'POST', 'trials', body);
  return { trialId: id, version };
}
const ofTrial = async (place: Place, world: World) => {
  const { trialId } = await trial(place, world);
  return { params: { trialId }, body: {} };
};
const ofTrialUnit = async (place: Place, world: World) => {
  const { trialId } = await trial(place, world);
  return { params: { trialId, unitId: place.unitId } };
};

export const checkCases: Cases = {
  'GET check-policies/:unitId': wideCase(({ unitId }) => ({ params: { unitId } })),
  'PUT check-policies/:unitId': unitCase(async ({ unitId }, { sql }) => {
    await sql.query('DELETE FROM meetings.check_policies WHERE unit_id = $1', [unitId]);
    const body = { version: 0, opensDaysBefore: 3, closesHoursBefore: 24, neededItems: ['power'] };
    return { params: { unitId }, body };
  }),
  'DELETE check-policies/:unitId': unitCase(({ unitId }) => Promise.resolve({ params: { unitId } })),
  'GET checks': listCase(async (place, world) => {
    await meeting(place, world);
    return { query: { limit: '200' } };
  }),
  'GET checks/mine': listCase(async (place, world) => {
    await meeting(place, world);
    return {};
  }),
  'GET occurrences/:occurrenceId/checks': unitCase(ofMeeting),
  'GET occurrences/:occurrenceId/checks/missing': unitCase(ofMeeting),
  'POST occurrences/:occurrenceId/checks/open': unitCase(async (place, world) => ({
    ...(await ofMeeting(place, world)),
    body: {},
  })),
  'POST occurrences/:occurrenceId/checks/close': unitCase(opened),
  'POST occurrences/:occurrenceId/checks/:siteId/retest': unitCase(opened),
  'POST occurrences/:occurrenceId/checks/:siteId/link': unitCase(opened),
  'GET occurrences/:occurrenceId/checks/:siteId': unitCase(async (place, world) => ({
    params: await meeting(place, world),
  })),
  'POST occurrences/:occurrenceId/checks/:siteId/begin': unitCase(opened),
  'POST occurrences/:occurrenceId/checks/:siteId/mirror': unitCase(async (place, world) => {
    const { params, body } = await opened(place, world);
    const { roomId } = await room(place, world);
    await world.sql.query(
      `UPDATE meetings.occurrences SET room_id = $2, room_no = (SELECT no FROM meetings.rooms WHERE id = $2) WHERE id = $1`,
      [params.occurrenceId, roomId],
    );
    await world.asAdmin(
      place,
      'POST',
      `occurrences/${params.occurrenceId}/checks/${params.siteId}/begin`,
      {},
    );
    return { params, body };
  }),
  'POST occurrences/:occurrenceId/checks/:siteId/result': unitCase(
    async (place, world) => ({ ...(await opened(place, world)), body: { ...findings, attempt: 1 } }),
    noMedia,
  ),
  'GET trials': listCase(async (place, world) => {
    await trial(place, world);
    return { query: { limit: '200' } };
  }),
  'POST trials': unitCase(async (place, world) => ({ body: await trialBody(place, world) })),
  'GET trials/:trialId': unitCase(async (place, world) => ({
    params: { trialId: (await trial(place, world)).trialId },
  })),
  'PATCH trials/:trialId': unitCase(async (place, world) => {
    const { trialId, version } = await trial(place, world);
    return { params: { trialId }, body: { version, title: place.mark } };
  }),
  'POST trials/:trialId/open': unitCase(ofTrial),
  'POST trials/:trialId/close': unitCase(ofTrial),
  'POST trials/:trialId/remind': unitCase(ofTrial),
  'GET trials/:trialId/units/:unitId': unitCase(ofTrialUnit),
  'POST trials/:trialId/units/:unitId/mirror': unitCase(async (place, world) => {
    const { trialId } = await trial(place, world);
    await world.asAdmin(place, 'POST', `trials/${trialId}/open`, {});
    return { params: { trialId, unitId: place.unitId }, body: {} };
  }),
  'POST trials/:trialId/units/:unitId/result': unitCase(
    async (place, world) => ({ ...(await ofTrialUnit(place, world)), body: findings }),
    noMedia,
  ),
  'GET occurrences/:occurrenceId/attendance': unitCase(ofMeeting),
  'GET occurrences/:occurrenceId/attendance.xlsx': unitCase(ofMeeting),
  'PUT occurrences/:occurrenceId/attendance/:siteId': unitCase(async (place, world) => ({
    params: await meeting(place, world, { state: 'live' }),
    body: { headcount: 20, version: 0 },
  })),
};
