import { randomUUID } from 'node:crypto';
import { type Cases, listCase, ownCase } from './case.js';
import { meetingAtSite } from './cases.checks.js';
import { site } from './cases.sites.js';
import { room, unique } from './specimens.js';

export const owedCases: Cases = {
  'GET overview': listCase(async (place, world) => {
    const { id } = await site(place, world);
    const occurrenceId = await meetingAtSite(place, world, id);
    await world.asAdmin(place, 'POST', `occurrences/${occurrenceId}/checks/open`, {});
    return { query: { unitId: place.unitId } };
  }),
  'GET owed/approvals': listCase(async ({ unitId, path, mark }, world) => {
    await world.sql.query(
      `INSERT INTO meetings.plans (id, unit_id, unit_path, unit_name, year, title, search, state, author_id, submitted_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 2200, $3, $3, 'submitted', gen_random_uuid(), '2020-01-01')`,
      [unitId, path, mark],
    );
    return {};
  }),
  'GET owed/corrections': listCase(async ({ name, unitId, path, mark }, world) => {
    await world.sql.query(
      `INSERT INTO meetings.plans (id, unit_id, unit_path, unit_name, year, title, search, comment, author_id, created_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 2200, $3, $3, $3, $4, '2020-01-01')`,
      [unitId, path, mark, world.admins[name].userId],
    );
    return {};
  }),
  'GET owed/checks': ownCase(async (place, world) => {
    const { id } = await site(place, world);
    const occurrenceId = await meetingAtSite(place, world, id);
    await world.asAdmin(place, 'POST', `occurrences/${occurrenceId}/checks/open`, {});
    return {};
  }),
  'GET owed/sites': listCase(async (place, world) => {
    const { id } = await site(place, world);
    await meetingAtSite(place, world, id);
    await world.sql.query(
      `UPDATE meetings.sites SET state = 'suspended', suspended_reason = $2 WHERE id = $1`,
      [id, place.mark],
    );
    return {};
  }),
  'GET owed/maintenance': ownCase(async (place, world) => {
    const { id: siteId } = await site(place, world);
    await world.asAdmin(place, 'POST', 'maintenance/tasks', { siteId, what: place.mark });
    return {};
  }),
  'GET owed/trials': ownCase(async (place, world) => {
    const { roomId } = await room(place, world);
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const { id } = await world.asAdmin<{ id: string }>(place, 'POST', 'trials', {
      unitId: place.unitId,
      title: `${place.mark} ${unique()}`,
      roomId,
      startsAt: at(1),
      endsAt: at(9),
      requiredMbps: 10,
      invitedUnitIds: [place.unitId],
    });
    await world.asAdmin(place, 'POST', `trials/${id}/open`, {});
    return {};
  }),
  'GET owed/reviews': ownCase(async ({ unitId, path, mark }, world) => {
    const reviewId = randomUUID();
    await world.sql.query(
      `INSERT INTO meetings.reviews (id, unit_id, unit_path, unit_name, year, title, search, intro, questions, deadline, state)
       VALUES ($1, $2, $3, $4, 2200, $4, $4, '', '[]', '2200-12-31', 'open')`,
      [reviewId, path[0], [path[0]], mark],
    );
    await world.sql.query(
      `INSERT INTO meetings.review_answers (id, review_id, unit_id, unit_path, unit_name, search)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $4)`,
      [reviewId, unitId, path, mark],
    );
    return {};
  }),
  'GET owed/reports': ownCase(async ({ unitId, path, mark }, world) => {
    await world.sql.query(
      `INSERT INTO meetings.annual_reports (id, unit_id, unit_path, unit_name, year, words, figures, source, source_hash,
         counted_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 2200, '{}', '{}', '{}', 'x', now()) ON CONFLICT DO NOTHING`,
      [unitId, path, mark],
    );
    return {};
  }),
};
