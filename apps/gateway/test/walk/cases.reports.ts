import { type Cases, listCase, unitCase } from './case.js';
import type { Place, World } from './places.js';
import { foundedUnit, type Made, user } from './specimens.js';

const years = new WeakMap<World, Map<string, number>>();
/** There is one report per unit and year: each specimen has a year of its own. */
function nextYear(place: Place, world: World): number {
  const ofWorld = years.get(world) ?? new Map<string, number>();
  years.set(world, ofWorld);
  const year = (ofWorld.get(place.name) ?? 1999) + 1;
  ofWorld.set(place.name, year);
  return year;
}

async function report(place: Place, world: World): Promise<Made> {
  const body = { unitId: place.unitId, year: nextYear(place, world) };
  const { id, version } = await world.asAdmin<Made>(place, 'POST', 'annual-reports', body);
  return world.asAdmin<Made>(place, 'PATCH', `annual-reports/${id}`, { version, assessment: place.mark });
}
async function gone(place: Place, world: World, ...steps: string[]): Promise<Made> {
  let made = await report(place, world);
  for (const step of steps) {
    const { id, version } = made;
    made = await world.asAdmin<Made>(place, 'POST', `annual-reports/${id}/${step}`, { version });
  }
  return made;
}
const ofReport = (steps: string[] = [], more: object = {}) =>
  async function wanted(place: Place, world: World) {
    const { id, version } = await gone(place, world, ...steps);
    return { params: { reportId: id }, body: { version, ...more } };
  };
const looked = async (place: Place, world: World) => ({
  params: { reportId: (await report(place, world)).id },
});
const rollUp = ({ unitId }: Place) => ({ query: { unitId, year: '2020' } });

const reviewOf = ({ mark }: Place, unitId: string) => ({
  unitId,
  year: 2026,
  title: mark,
  questions: [{ key: 'a', kind: 'text', text: mark, required: false }],
  deadline: '2999-12-31',
});
const review = (place: Place, world: World): Promise<Made> =>
  world.asAdmin<Made>(place, 'POST', 'reviews', reviewOf(place, place.unitId));
const ofReview = async (place: Place, world: World) => ({
  params: { reviewId: (await review(place, world)).id },
});
async function opening(place: Place, world: World) {
  const [{ id: reviewId, version }, below] = [await review(place, world), await foundedUnit(place, world)];
  return { params: { reviewId }, body: { version, unitIds: [below.id] } };
}

/** The province asks, the place answers. */
async function sheet(place: Place, world: World): Promise<Made> {
  const [provinceId = ''] = place.path;
  const made = await world.asAdmin<Made>(place, 'POST', 'reviews', reviewOf(place, provinceId));
  const body = { version: made.version, unitIds: [place.unitId] };
  await world.asAdmin(place, 'POST', `reviews/${made.id}/open`, body);
  const path = `review-answers?reviewId=${made.id}`;
  const { items } = await world.asAdmin<{ items: Made[] }>(place, 'GET', path);
  return { id: items[0]?.id ?? '', version: 1 };
}

const noteOf = ({ unitId, mark }: Place) => ({
  kind: 'violation',
  unitId,
  happenedOn: '2026-10-14',
  title: mark,
  text: mark,
});
async function note(place: Place, world: World): Promise<Made> {
  const { id: subjectId } = await user(place, world);
  return world.asAdmin<Made>(place, 'POST', 'notes', { ...noteOf(place), subjectId });
}
async function publishedNote(place: Place, world: World): Promise<Made> {
  const { id, version } = await note(place, world);
  return world.asAdmin<Made>(place, 'POST', `notes/${id}/publish`, { version });
}
const readingNotes = { permission: 'notes.read' } as const;

const problem = (place: Place, world: World): Promise<Made> =>
  world.asAdmin<Made>(place, 'POST', 'feedback', {
    unitId: place.unitId,
    title: place.mark,
    text: place.mark,
  });
const ofProblem = (more: object = {}) =>
  async function wanted(place: Place, world: World) {
    const { id, version } = await problem(place, world);
    return { params: { feedbackId: id }, body: { version, ...more } };
  };

export const reportCases: Cases = {
  'GET annual-reports': listCase(
    async (place, world) => {
      await report(place, world);
      return { query: { unitId: place.unitId } };
    },
    { unprovable: 'a list of units and states, in which no word of a report is' },
  ),
  'POST annual-reports': unitCase((place, world) => ({
    body: { unitId: place.unitId, year: nextYear(place, world) },
  })),
  'GET annual-reports/roll-up': unitCase(rollUp),
  'GET annual-reports/roll-up.docx': unitCase(rollUp),
  'GET annual-reports/roll-up.xlsx': unitCase(rollUp),
  'GET annual-reports/roll-up.pdf': unitCase(rollUp),
  'GET annual-reports/:reportId': unitCase(looked),
  'PATCH annual-reports/:reportId': unitCase(ofReport([], { opinions: 'Thử quyền' })),
  'GET annual-reports/:reportId/recompute': unitCase(looked),
  'GET annual-reports/:reportId/report.docx': unitCase(looked),
  'GET annual-reports/:reportId/report.xlsx': unitCase(looked),
  'GET annual-reports/:reportId/report.pdf': unitCase(looked),
  'POST annual-reports/:reportId/recount': unitCase(ofReport()),
  'POST annual-reports/:reportId/submit': unitCase(ofReport()),
  'POST annual-reports/:reportId/return': unitCase(ofReport(['submit'], { reason: 'Thử quyền' })),
  'POST annual-reports/:reportId/accept': unitCase(ofReport(['submit'])),
  'POST annual-reports/:reportId/publish': unitCase(ofReport(['submit', 'accept'])),

  'GET reviews': listCase(async (place, world) => {
    await review(place, world);
    return {};
  }),
  'POST reviews': unitCase((place) => ({ body: reviewOf(place, place.unitId) })),
  'GET reviews/:reviewId': unitCase(ofReview),
  'PATCH reviews/:reviewId': unitCase(async (place, world) => ({
    ...(await ofReview(place, world)),
    body: { version: 1, title: place.mark },
  })),
  'POST reviews/:reviewId/open': unitCase(opening),
  'POST reviews/:reviewId/close': unitCase(async (place, world) => {
    const { params, body } = await opening(place, world);
    const { version } = await world.asAdmin<Made>(place, 'POST', `reviews/${params.reviewId}/open`, body);
    return { params, body: { version } };
  }),
  'GET reviews/:reviewId/collected': unitCase(ofReview),
  'GET reviews/:reviewId/collected.docx': unitCase(ofReview),
  'GET reviews/:reviewId/collected.xlsx': unitCase(ofReview),
  'GET reviews/:reviewId/collected.pdf': unitCase(ofReview),
  'GET review-answers': listCase(async (place, world) => {
    await sheet(place, world);
    return {};
  }),
  'GET review-answers/:answerId': unitCase(async (place, world) => ({
    params: { answerId: (await sheet(place, world)).id },
  })),
  'PUT review-answers/:answerId': unitCase(async (place, world) => ({
    params: { answerId: (await sheet(place, world)).id },
    body: { version: 1, values: [{ key: 'a', value: place.mark }], training: [], submit: false },
  })),

  'GET notes': listCase(async (place, world) => {
    await publishedNote(place, world);
    return {};
  }, readingNotes),
  'POST notes': unitCase((place) => ({ body: noteOf(place) })),
  'GET notes/:noteId': unitCase(
    async (place, world) => ({ params: { noteId: (await publishedNote(place, world)).id } }),
    readingNotes,
  ),
  'PATCH notes/:noteId': unitCase(async (place, world) => ({
    params: { noteId: (await note(place, world)).id },
    body: { version: 1, title: place.mark },
  })),
  'POST notes/:noteId/publish': unitCase(async (place, world) => ({
    params: { noteId: (await note(place, world)).id },
    body: { version: 1 },
  })),
  'POST notes/:noteId/corrections': unitCase(async (place, world) => ({
    params: { noteId: (await publishedNote(place, world)).id },
    body: { text: place.mark },
  })),
  'DELETE notes/:noteId': unitCase(async (place, world) => ({
    params: { noteId: (await note(place, world)).id },
  })),
  'GET notes/:noteId/evidence': unitCase(
    async (place, world) => ({ params: { noteId: (await publishedNote(place, world)).id } }),
    { ...readingNotes, unprovable: 'the note has none; that it goes with its note, notes.test.ts shows' },
  ),

  'GET feedback': listCase(
    async (place, world) => {
      await problem(place, world);
      return {};
    },
    { permission: 'reports.read' },
  ),
  'POST feedback': unitCase((place) => ({
    body: { unitId: place.unitId, title: place.mark, text: place.mark },
  })),
  'GET feedback/:feedbackId': unitCase(
    async (place, world) => ({ params: { feedbackId: (await problem(place, world)).id } }),
    { permission: 'reports.read' },
  ),
  'POST feedback/:feedbackId/answer': unitCase(ofProblem({ answer: 'Thử quyền' })),
  'POST feedback/:feedbackId/close': unitCase(ofProblem(), { permission: 'reports.receive' }),
};
