import { randomUUID } from 'node:crypto';
import { type Cases, ownCase, publicCase, unitCase } from './case.js';
import { site } from './cases.sites.js';
import type { Place, World } from './places.js';
import { user } from './specimens.js';

const nobodys = '00000000-0000-4000-8000-000000000000';
const token = 'khong-co-ma-nay';
let hours = 0;

/** A meeting of the place that is scheduled and invites. */
async function meeting({ path, mark }: Place, { sql }: World): Promise<string> {
  const id = randomUUID();
  // Each at a time of its own: a site is in one meeting at a time.
  const times = `now() + make_interval(hours => ${48 + 2 * hours}), now() + make_interval(hours => ${49 + 2 * hours++})`;
  await sql.query(
    `INSERT INTO meetings.occurrences (id, unit_id, unit_path, unit_name, kind, title, state, starts_at, ends_at)
     VALUES ($1, $2, $3, $4, 'briefing', $4, 'scheduled', ${times})`,
    [id, path.at(-1), path, mark],
  );
  await sql.query(
    `INSERT INTO meetings.invited_meetings (occurrence_id, uid, sequence, starts_at, ends_at, told, version, changed_at)
     SELECT id, id, 0, starts_at, ends_at, '', version, now() FROM meetings.occurrences WHERE id = $1`,
    [id],
  );
  return id;
}

async function ofPerson(place: Place, world: World) {
  const [occurrenceId, { id: userId }] = [await meeting(place, world), await user(place, world)];
  const invitationId = randomUUID();
  await world.sql.query(
    `INSERT INTO meetings.invitations (id, occurrence_id, user_id, invited_as) VALUES ($1, $2, $3, 'invited')`,
    [invitationId, occurrenceId, userId],
  );
  return { occurrenceId, invitationId };
}

async function ofSite(place: Place, world: World) {
  const [occurrenceId, { id: siteId }] = [await meeting(place, world), await site(place, world)];
  const invitationId = randomUUID();
  await world.sql.query(
    `INSERT INTO meetings.invitations (id, occurrence_id, site_id, site_role) VALUES ($1, $2, $3, 'member')`,
    [invitationId, occurrenceId, siteId],
  );
  return { invitationId };
}

const answering = { permission: 'meetings.answer' } as const;

export const invitationCases: Cases = {
  'GET occurrences/:occurrenceId/invitations': unitCase(async (place, world) => ({
    params: { occurrenceId: (await ofPerson(place, world)).occurrenceId },
  })),
  'POST occurrences/:occurrenceId/invitations': unitCase(async (place, world) => ({
    params: { occurrenceId: await meeting(place, world) },
    body: { userIds: [(await user(place, world)).id] },
  })),
  'DELETE invitations/:invitationId': unitCase(async (place, world) => ({
    params: { invitationId: (await ofPerson(place, world)).invitationId },
  })),
  'GET invitations': ownCase(),
  'POST invitations/:invitationId/view': unitCase(
    async (place, world) => ({ params: await ofSite(place, world), body: {} }),
    answering,
  ),
  'PUT invitations/:invitationId/answer': unitCase(
    async (place, world) => ({ params: await ofSite(place, world), body: { round: 1, answer: 'accepted' } }),
    answering,
  ),
  'GET invitations/:invitationId/delegates': unitCase(
    async (place, world) => ({ params: await ofSite(place, world) }),
    answering,
  ),
  'POST replies/open': publicCase(() => ({ body: { token } })),
  'POST replies': publicCase(() => ({ body: { token, answer: 'accepted' } })),

  'GET feeds': ownCase(),
  'POST feeds': unitCase(({ unitId, mark }) => ({ body: { name: mark, unitId } }), {
    permission: 'meetings.read',
  }),
  'DELETE feeds/:feedId': ownCase(() => ({ params: { feedId: nobodys } })),
  'GET feeds/:token.ics': publicCase(() => ({ params: { token } })),
};
