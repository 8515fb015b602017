import { type Cases, listCase, rootCase, unitCase, wideCase } from './case.js';
import type { Place, World } from './places.js';
import { type Made, unique } from './specimens.js';

/** A unit has one approved plan of a year: each plan here is of another one. */
let years = 2100;
const template = {
  roomId: null,
  chairId: null,
  directorId: null,
  secretaryId: null,
  composition: null,
  sites: [],
  agenda: [],
  dispatch: null,
};
const times = {
  rule: 'FREQ=MONTHLY;BYMONTHDAY=25',
  firstDay: '2100-01-01',
  startsAt: '08:00',
  durationMin: 60,
  shift: 'keep',
};
const wantedSeries = ({ unitId, mark }: Place, planId: string | null = null) => ({
  ...times,
  unitId,
  planId,
  kind: 'briefing',
  title: `${mark} ${unique()}`,
  template,
});

const newPlan = (place: Place, world: World): Promise<Made> =>
  world.asAdmin<Made>(place, 'POST', 'plans', {
    unitId: place.unitId,
    year: years++,
    month: null,
    title: `${place.mark} ${unique()}`,
  });
const newSeries = (place: Place, world: World): Promise<Made> =>
  world.asAdmin<Made>(place, 'POST', 'series', wantedSeries(place));
const ofPlan = async (place: Place, world: World) => ({
  params: { planId: (await newPlan(place, world)).id },
});
const ofSeries = async (place: Place, world: World) => ({
  params: { seriesId: (await newSeries(place, world)).id },
});
const date = { nominal: '2100-01-25' };

async function planWithLine(place: Place, world: World): Promise<Made> {
  const made = await newPlan(place, world);
  await world.asAdmin(place, 'POST', 'series', wantedSeries(place, made.id));
  return made;
}

/** By somebody else than the admin, who is to decide about it. */
async function submitted(place: Place, world: World) {
  const { id, version } = await planWithLine(place, world);
  const waiting = await world.asAdmin<Made>(place, 'POST', `plans/${id}/submit`, { version });
  await world.sql.query('UPDATE meetings.plans SET author_id = gen_random_uuid() WHERE id = $1', [id]);
  return { params: { planId: id }, body: { version: waiting.version } };
}

async function approved(place: Place, world: World): Promise<string> {
  const { params, body } = await submitted(place, world);
  await world.asAdmin(place, 'POST', `plans/${params.planId}/approve`, body);
  return params.planId;
}

/** Each on a day of its own, away from holidays. */
let days = 0;
const wantedDay = ({ path, mark }: Place) => {
  days += 1;
  const day = new Date(Date.UTC(2100, 4, 9 + days)).toISOString().slice(0, 10);
  const cited = { decisionNumber: '1/QĐ', decisionDate: '2099-01-01' };
  return { provinceId: path[0], day, kind: 'off', nameVi: mark, nameEn: mark, ...cited };
};
const newDay = (place: Place, world: World): Promise<Made> =>
  world.asAdmin<Made>(place, 'POST', 'working-calendar/days', wantedDay(place));

export const planningCases: Cases = {
  'GET working-calendar': wideCase(({ path }) => ({ query: { year: '2100', provinceId: path[0] ?? '' } })),
  'POST working-calendar/years': rootCase(({ path }) => ({ body: { year: 2101, provinceId: path[0] } })),
  'POST working-calendar/days': rootCase((place) => ({ body: wantedDay(place) })),
  'PATCH working-calendar/days/:dayId': rootCase(async (place, world) => {
    const { id, version } = await newDay(place, world);
    return { params: { dayId: id }, body: { version, nameVi: place.mark } };
  }),
  'DELETE working-calendar/days/:dayId': rootCase(async (place, world) => ({
    params: { dayId: (await newDay(place, world)).id },
  })),

  'GET plans': listCase(async (place, world) => {
    await newPlan(place, world);
    return { query: { unitId: place.unitId } };
  }),
  'POST plans': unitCase(({ unitId, mark }) => ({ body: { unitId, year: 2100, month: null, title: mark } })),
  'GET plans/:planId': unitCase(ofPlan),
  'PATCH plans/:planId': unitCase(async (place, world) => {
    const { id, version } = await newPlan(place, world);
    return { params: { planId: id }, body: { version, title: place.mark } };
  }),
  'DELETE plans/:planId': unitCase(ofPlan),
  'POST plans/:planId/submit': unitCase(async (place, world) => {
    const { id, version } = await planWithLine(place, world);
    return { params: { planId: id }, body: { version } };
  }),
  'POST plans/:planId/approve': unitCase(submitted),
  'POST plans/:planId/return': unitCase(async (place, world) => {
    const { params, body } = await submitted(place, world);
    return { params, body: { ...body, comment: place.mark } };
  }),
  'POST plans/:planId/renew': unitCase(async (place, world) => ({
    params: { planId: await approved(place, world) },
  })),

  'GET series': listCase(async (place, world) => {
    await newSeries(place, world);
    return { query: { unitId: place.unitId } };
  }),
  'POST series': unitCase((place) => ({ body: wantedSeries(place) })),
  'POST series/preview': unitCase(({ unitId }) => ({ body: { ...times, unitId } })),
  'GET series/:seriesId': unitCase(ofSeries),
  'PATCH series/:seriesId': unitCase(async (place, world) => {
    const { id, version } = await newSeries(place, world);
    return { params: { seriesId: id }, body: { version, scope: 'all', title: place.mark } };
  }),
  'DELETE series/:seriesId': unitCase(ofSeries),
  'POST series/:seriesId/approve': unitCase(async (place, world) => {
    const { id, version } = await newSeries(place, world);
    await world.sql.query('UPDATE meetings.series SET author_id = gen_random_uuid() WHERE id = $1', [id]);
    return { params: { seriesId: id }, body: { version } };
  }),
  'POST series/:seriesId/end': unitCase(async (place, world) => {
    const { id, version } = await newSeries(place, world);
    return { params: { seriesId: id }, body: { version, untilDay: '2100-12-31' } };
  }),
  'GET series/:seriesId/dates': unitCase(ofSeries),
  'GET missed-dates': listCase(async (place, world) => {
    const { id } = await newSeries(place, world);
    await world.sql.query(
      `INSERT INTO meetings.missed_dates VALUES ($1, '2100-01-25', '2100-01-25T01:00:00Z', now())`,
      [id],
    );
    return { query: { seriesId: id } };
  }),
  'GET waiting-dates': listCase(async (place, world) => {
    const { id } = await newSeries(place, world);
    await world.sql.query(
      `UPDATE meetings.series SET state = 'active', made_until = '2100-12-31' WHERE id = $1`,
      [id],
    );
    await world.sql.query(
      `INSERT INTO meetings.waiting_dates VALUES ($1, '2100-01-25', '2100-01-25T01:00:00Z', NULL)`,
      [id],
    );
    return { query: { seriesId: id } };
  }),
  'PUT series/:seriesId/dates/:nominal': unitCase(async (place, world) => ({
    params: { ...(await ofSeries(place, world)).params, ...date },
    body: { choice: 'skip', day: null, startsAt: null, note: place.mark },
  })),
  'DELETE series/:seriesId/dates/:nominal': unitCase(async (place, world) => ({
    params: { ...(await ofSeries(place, world)).params, ...date },
  })),
};
