import { type Cases, listCase, rootCase, unitCase } from './case.js';
import { meetingAtSite } from './cases.checks.js';
import { site } from './cases.sites.js';
import type { Place, World } from './places.js';
import { type Made, unique } from './specimens.js';

const future = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
let slot = 100;

/** What the place's unit would hold, whole (I13), at a time of its own. */
async function content({ unitId, mark }: Place, chairId: string | null, siteId: string) {
  slot += 2;
  return {
    unitId,
    kind: 'briefing',
    level: 'school',
    title: `${mark} ${unique()}`,
    startsAt: future(slot),
    endsAt: future(slot + 1),
    chairId,
    composition: mark,
    sites: [{ siteId, role: 'main', expected: 5 }],
    agenda: [{ title: mark, unitId: null, minutes: 10, dueAt: null }],
  };
}

async function wholeContent(place: Place, world: World) {
  const { id: siteId } = await site(place, world);
  const { userId } = world.admins[place.name];
  return content(place, userId, siteId);
}

async function draft(place: Place, world: World): Promise<Made> {
  return world.asAdmin<Made>(place, 'POST', 'occurrences', await wholeContent(place, world));
}

/** A meeting in a state, put there without the way to it. */
async function meetingIn(place: Place, world: World, state: string, kind = 'briefing') {
  const { id: siteId } = await site(place, world);
  const occurrenceId = await meetingAtSite(place, world, siteId, { state, kind });
  await world.sql.query(
    `UPDATE meetings.occurrences SET chair_id = $2, composition = 'x', starts_at = now(), ends_at = now() + interval '1 hour'
     WHERE id = $1`,
    [occurrenceId, world.admins[place.name].userId],
  );
  return occurrenceId;
}

/** Of who would take the step; its version is 1, as its row was written. */
const step =
  (state: string, body: object = {}) =>
  async (place: Place, world: World) => ({
    params: { occurrenceId: await meetingIn(place, world, state) },
    body: { version: 1, ...body },
  });
/** Without sites there is no check to miss, and nobody but its chair could start in spite of one (I14). */
const checked = async (place: Place, world: World) => {
  const wanted = await step('scheduled')(place, world);
  await world.sql.query('DELETE FROM meetings.occurrence_sites WHERE occurrence_id = $1', [
    wanted.params.occurrenceId,
  ]);
  return wanted;
};
const live =
  (state: string, body: object = {}) =>
  async (place: Place, world: World) => {
    const wanted = await step(state, body)(place, world);
    await world.sql.query(
      'INSERT INTO meetings.live_sessions (occurrence_id, id, started_at) VALUES ($1, gen_random_uuid(), now())',
      [wanted.params.occurrenceId],
    );
    return wanted;
  };
const ofDraft = async (place: Place, world: World) => ({
  params: { occurrenceId: (await draft(place, world)).id },
});
const write = { permission: 'meetings.write' } as const;
const reason = { reason: 'Thử quyền' };

/** Three of the places are of one province: each changes a type of its own. */
const kindOf = {
  own: 'conference',
  child: 'training',
  sibling: 'professionalActivity',
  foreign: 'conference',
} as const;

interface Listed {
  readonly items: readonly Made[];
}
async function agendaItem(place: Place, world: World) {
  const { id: occurrenceId } = await draft(place, world);
  const { items } = await world.asAdmin<Listed>(place, 'GET', `occurrences/${occurrenceId}/agenda`);
  return { occurrenceId, itemId: items[0]?.id ?? '' };
}
async function submitted(place: Place, world: World) {
  const item = await agendaItem(place, world);
  const papers = { version: 1, fileIds: [], note: place.mark };
  await world.asAdmin(place, 'POST', `agenda/${item.itemId}/submit`, papers);
  return { params: { itemId: item.itemId }, body: { version: 2, note: 'Bổ sung' } };
}
async function task(place: Place, world: World) {
  const { id: occurrenceId } = await draft(place, world);
  const { items } = await world.asAdmin<Listed>(place, 'GET', `occurrences/${occurrenceId}/checklist`);
  return { params: { itemId: items[0]?.id ?? '' } };
}
async function contest(place: Place, world: World) {
  return meetingIn(place, world, 'live', 'teacherContest');
}

export const occurrenceCases: Cases = {
  'GET occurrences': listCase(async (place, world) => {
    await draft(place, world);
    return { query: { q: place.mark } };
  }),
  'GET units/:unitId/calendar': unitCase(async (place, world) => {
    await draft(place, world);
    return { params: { unitId: place.unitId }, query: { from: future(0), to: future(24 * 60) } };
  }),
  'GET occurrences/:occurrenceId': unitCase(ofDraft),
  'POST occurrences': unitCase(async (place, world) => ({ body: await wholeContent(place, world) })),
  'PATCH occurrences/:occurrenceId': unitCase(
    async (place, world) => ({ ...(await ofDraft(place, world)), body: { version: 1, title: place.mark } }),
    write,
  ),
  'POST occurrences/:occurrenceId/submit': unitCase(
    async (place, world) => ({ ...(await ofDraft(place, world)), body: { version: 1 } }),
    write,
  ),
  'POST occurrences/:occurrenceId/schedule': unitCase(step('draft'), {
    unprovable: 'only a series makes what is scheduled so (occurrence-races.test.ts)',
  }),
  'POST occurrences/:occurrenceId/postpone': unitCase(step('scheduled', reason)),
  'POST occurrences/:occurrenceId/reschedule': unitCase(async (place, world) => {
    slot += 2;
    return step('postponed', { startsAt: future(slot), endsAt: future(slot + 1) })(place, world);
  }),
  'POST occurrences/:occurrenceId/cancel': unitCase(step('scheduled', reason)),
  'POST occurrences/:occurrenceId/report': unitCase(step('ended')),
  'POST occurrences/:occurrenceId/corrections': unitCase(async (place, world) => {
    const wanted = await step('ended')(place, world);
    await world.asAdmin(place, 'POST', `occurrences/${wanted.params.occurrenceId}/report`, wanted.body);
    return { params: wanted.params, body: { text: place.mark } };
  }),
  'POST occurrences/:occurrenceId/start': unitCase(checked),
  'POST occurrences/:occurrenceId/pause': unitCase(live('live')),
  'POST occurrences/:occurrenceId/resume': unitCase(live('paused')),
  'POST occurrences/:occurrenceId/end': unitCase(live('live')),
  'POST occurrences/:occurrenceId/abort': unitCase(live('live', reason)),
  'GET occurrences/:occurrenceId/agenda': unitCase(ofDraft),
  // Who prepares: as below.
  'GET agenda': listCase(async (place, world) => {
    await agendaItem(place, world);
    return { query: { limit: '200' } };
  }),
  'POST occurrences/:occurrenceId/agenda': unitCase(
    async (place, world) => ({
      ...(await ofDraft(place, world)),
      body: { title: place.mark, unitId: null, minutes: 10, dueAt: null },
    }),
    write,
  ),
  'PUT occurrences/:occurrenceId/agenda/order': unitCase(async (place, world) => {
    const { occurrenceId, itemId } = await agendaItem(place, world);
    return { params: { occurrenceId }, body: { itemIds: [itemId] } };
  }, write),
  'PATCH agenda/:itemId': unitCase(async (place, world) => {
    const { itemId } = await agendaItem(place, world);
    return { params: { itemId }, body: { version: 1, minutes: 20 } };
  }, write),
  'DELETE agenda/:itemId': unitCase(async (place, world) => {
    const { itemId } = await agendaItem(place, world);
    return { params: { itemId } };
  }, write),
  // Who prepares: the unit, with one of meetings.answer, meetings.write, meetings.request.
  'POST agenda/:itemId/submit': unitCase(
    async (place, world) => {
      const { itemId } = await agendaItem(place, world);
      return { params: { itemId }, body: { version: 1, fileIds: [], note: null } };
    },
    { permission: 'meetings.read' },
  ),
  'POST agenda/:itemId/approve': unitCase(async (place, world) => {
    const { params } = await submitted(place, world);
    return { params, body: { version: 2 } };
  }),
  'POST agenda/:itemId/return': unitCase(submitted),
  'GET checklist': listCase(async (place, world) => {
    await draft(place, world);
    return { query: { unitId: place.unitId, limit: '200' } };
  }),
  'GET occurrences/:occurrenceId/checklist': unitCase(ofDraft),
  'POST occurrences/:occurrenceId/checklist': unitCase(
    async (place, world) => ({
      ...(await ofDraft(place, world)),
      body: { title: place.mark, owner: 'secretary', unitId: null, userId: null, dueAt: future(50) },
    }),
    write,
  ),
  'PATCH checklist/:itemId': unitCase(
    async (place, world) => ({ ...(await task(place, world)), body: { title: place.mark } }),
    write,
  ),
  'DELETE checklist/:itemId': unitCase(task, write),
  'PUT checklist/:itemId/done': unitCase(
    async (place, world) => ({ ...(await task(place, world)), body: { done: true } }),
    { permission: 'meetings.read' },
  ),
  'GET meeting-requests': listCase(
    async (place, world) => {
      const pending = await meetingIn(place, world, 'pendingApproval');
      await world.sql.query('UPDATE meetings.occurrences SET search = $2 WHERE id = $1', [
        pending,
        place.mark,
      ]);
      return { query: { q: place.mark } };
    },
    { permission: 'meetings.approve' },
  ),
  'POST meeting-requests': unitCase(async (place, world) => ({
    body: { ...(await wholeContent(place, world)), urgent: false, reason: place.mark },
  })),
  'POST meeting-requests/:occurrenceId/approve': unitCase(async (place, world) => {
    const { id } = await draft(place, world);
    // Somebody else's.
    await world.sql.query(
      `UPDATE meetings.occurrences SET state = 'pendingApproval', author_id = gen_random_uuid() WHERE id = $1`,
      [id],
    );
    return { params: { occurrenceId: id }, body: { version: 1 } };
  }),
  'POST meeting-requests/:occurrenceId/reject': unitCase(step('pendingApproval', reason)),
  'POST meeting-requests/:occurrenceId/take-back': unitCase(
    async (place, world) => ({ params: { occurrenceId: await meetingIn(place, world, 'rejected') } }),
    write,
  ),
  'GET meeting-types': unitCase((place) => ({ query: { provinceId: place.path[0] ?? '' } }), {
    reach: 'wide',
  }),
  'PUT meeting-types/:kind': rootCase((place) => ({
    params: { kind: kindOf[place.name] },
    body: {
      provinceId: place.path[0],
      nameVi: place.mark,
      nameEn: place.mark,
      durationMin: 60,
      dispatchNeeded: false,
      mainSite: 'ownerUnit',
      standbyNeeded: false,
      recording: false,
      checklist: [],
      criteria: [],
      version: 0,
    },
  })),
  'DELETE meeting-types/:kind': rootCase((place) => ({
    params: { kind: 'conference' },
    query: { provinceId: place.path[0] ?? '' },
  })),
  'GET occurrences/:occurrenceId/scores': unitCase(async (place, world) => ({
    params: { occurrenceId: await contest(place, world) },
  })),
  'PUT occurrences/:occurrenceId/scores': unitCase(async (place, world) => ({
    params: { occurrenceId: await contest(place, world) },
    body: {
      version: 1,
      criteria: [{ title: place.mark, maxPoints: 10 }],
      juryIds: [],
      contestants: [{ name: place.mark, unitName: null }],
    },
  })),
  'POST occurrences/:occurrenceId/scores/:contestantId': unitCase(
    async (place, world) => ({
      params: { occurrenceId: await contest(place, world), contestantId: place.unitId },
      body: { points: [] },
    }),
    { unprovable: 'only the jury of a meeting gives scores (scoring.test.ts)' },
  ),
};
