import { type Cases, listCase, unitCase } from './case.js';
import { meetingAtSite } from './cases.checks.js';
import { site } from './cases.sites.js';
import type { Place, World } from './places.js';

async function ended(place: Place, world: World) {
  const { id: siteId } = await site(place, world);
  const occurrenceId = await meetingAtSite(place, world, siteId, { state: 'live' });
  await world.sql.query(
    `UPDATE meetings.occurrences SET state = 'ended', starts_at = now() - interval '2 hours', ends_at = now()
     WHERE id = $1`,
    [occurrenceId],
  );
  return { occurrenceId, siteId };
}
const items = ['working', 'wiring', 'switchedOff', 'tidy', 'locked'].map((key) => ({ key, answer: 'ok' }));

export const closingCases: Cases = {
  'GET closing/mine': listCase(async (place, world) => {
    await ended(place, world);
    return {};
  }),
  'GET occurrences/:occurrenceId/closing/:siteId': unitCase(async (place, world) => ({
    params: await ended(place, world),
  })),
  'POST occurrences/:occurrenceId/closing/:siteId': unitCase(async (place, world) => ({
    params: await ended(place, world),
    body: { items },
  })),
};
