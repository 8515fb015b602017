import { type Cases, ownCase, publicCase, unitCase, wideCase } from './case.js';
import { meetingAtSite } from './cases.checks.js';
import { site } from './cases.sites.js';
import type { Place, World } from './places.js';
import { type Made, user } from './specimens.js';

const nobodys = '00000000-0000-4000-8000-000000000000';

async function wish(place: Place, world: World) {
  const { id: siteId } = await site(place, world);
  const occurrenceId = await meetingAtSite(place, world, siteId, { kind: 'training' });
  return { occurrenceId, title: place.mark, places: [{ siteId, capacity: 40 }], requiredPercent: 80 };
}
async function training(place: Place, world: World) {
  const body = await wish(place, world);
  const { id: trainingId, version } = await world.asAdmin<Made>(place, 'POST', 'trainings', body);
  return { trainingId, version, occurrenceId: body.occurrenceId, siteId: body.places[0]?.siteId ?? '' };
}
async function registered(place: Place, world: World) {
  const [made, { id: userId }] = [await training(place, world), await user(place, world)];
  const body = { siteId: made.siteId, userIds: [userId] };
  await world.asAdmin(place, 'POST', `trainings/${made.trainingId}/people`, body);
  return { ...made, userId };
}
/** Its one session is over. */
async function held(place: Place, world: World) {
  const made = await registered(place, world);
  await world.sql.query(
    `UPDATE meetings.occurrences SET starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'
     WHERE id = $1`,
    [made.occurrenceId],
  );
  return { ...made, marks: [{ userId: made.userId, present: true }] };
}
async function marked(place: Place, world: World) {
  const { trainingId, occurrenceId, marks } = await held(place, world);
  const path = `trainings/${trainingId}/sessions/${occurrenceId}/marks`;
  await world.asAdmin(place, 'PUT', path, { marks });
  return trainingId;
}
async function certificate(place: Place, world: World): Promise<string> {
  const path = `trainings/${await marked(place, world)}/certificates`;
  await world.asAdmin(place, 'POST', path, {});
  return (await world.asAdmin<{ items: Made[] }>(place, 'GET', path)).items[0]?.id ?? '';
}
const ofTraining = async (place: Place, world: World) => ({
  params: { trainingId: (await training(place, world)).trainingId },
});

/** What is offered is for schools of the whole province. */
export const trainingCases: Cases = {
  'GET trainings': wideCase(
    async (place, world) => {
      await training(place, world);
      return { query: { limit: '200' } };
    },
    { list: true },
  ),
  'POST trainings': unitCase(async (place, world) => ({ body: await wish(place, world) })),
  'GET trainings/:trainingId': wideCase(ofTraining),
  'PATCH trainings/:trainingId': unitCase(async (place, world) => {
    const { trainingId, version } = await training(place, world);
    return { params: { trainingId }, body: { version, requiredPercent: 70 } };
  }),
  'GET trainings/:trainingId/people': wideCase(ofTraining),
  'GET trainings/:trainingId/candidates': unitCase(async (place, world) => {
    const [{ trainingId }] = [await training(place, world), await user(place, world)];
    return { params: { trainingId }, query: { unitId: place.unitId } };
  }),
  'POST trainings/:trainingId/people': unitCase(async (place, world) => {
    const [{ trainingId, siteId }, { id }] = [await training(place, world), await user(place, world)];
    return { params: { trainingId }, body: { siteId, userIds: [id] } };
  }),
  'DELETE trainings/:trainingId/people/:userId': unitCase(async (place, world) => {
    const { trainingId, userId } = await registered(place, world);
    return { params: { trainingId, userId } };
  }),
  'PUT trainings/:trainingId/sessions/:occurrenceId/marks': unitCase(async (place, world) => {
    const { trainingId, occurrenceId, marks } = await held(place, world);
    return { params: { trainingId, occurrenceId }, body: { marks } };
  }),
  'POST trainings/:trainingId/certificates': unitCase(async (place, world) => ({
    params: { trainingId: await marked(place, world) },
    body: {},
  })),
  'GET trainings/:trainingId/certificates': wideCase(ofTraining),
  'GET trainings/:trainingId/certificates/file.pdf': wideCase(async (place, world) => ({
    ...(await ofTraining(place, world)),
    query: { part: '1' },
  })),
  'GET certificates/verify': publicCase(() => ({ query: { code: '2222-2222-2222' } })),
  'GET certificates/:certificateId/file.pdf': unitCase(async (place, world) => ({
    params: { certificateId: await certificate(place, world) },
  })),
  'POST certificates/:certificateId/revoke': unitCase(async (place, world) => ({
    params: { certificateId: await certificate(place, world) },
    body: { reason: 'Thử quyền' },
  })),
  'GET me/trainings': ownCase(),
  'GET me/trainings/open': ownCase(),
  'PUT me/trainings/:trainingId': ownCase(() => ({
    params: { trainingId: nobodys },
    body: { siteId: nobodys },
  })),
  'DELETE me/trainings/:trainingId': ownCase(() => ({ params: { trainingId: nobodys } })),
  'GET me/certificates/:certificateId/file.pdf': ownCase(() => ({ params: { certificateId: nobodys } })),
};
