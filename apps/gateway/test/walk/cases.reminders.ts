import { type Cases, rootCase, unitCase } from './case.js';
import type { Place, World } from './places.js';

const ofProvince = ({ path: [provinceId = ''] }: Place) => ({ query: { provinceId } });

export const reminderCases: Cases = {
  'GET reminder-policy': rootCase(ofProvince, {
    list: true,
    unprovable: 'read by everybody of the province who sees meetings, holds no personal data',
  }),
  'PUT reminder-policy': rootCase(async (place: Place, world: World) => {
    const [provinceId = ''] = place.path;
    const { version } = await world.asAdmin<{ version: number }>(
      place,
      'GET',
      `reminder-policy?provinceId=${provinceId}`,
    );
    return {
      body: { provinceId, version, rules: [{ about: 'start', minutes: 60, to: ['operators'] }] },
    };
  }),
  'GET occurrences/:occurrenceId/reminders': unitCase(async (place, world) => {
    const occurrenceId = await meeting(place, world);
    return { params: { occurrenceId } };
  }),
};

/** A meeting of the place's own unit, as it stands in the table. */
async function meeting({ unitId, path, mark }: Place, { sql }: World): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO meetings.occurrences (id, unit_id, unit_path, unit_name, kind, title, starts_at, ends_at)
     VALUES (gen_random_uuid(), $1, $2, $3, 'briefing', $3, now() + interval '1 day', now() + interval '25 hours')
     RETURNING id`,
    [unitId, path, mark],
  );
  return rows[0]?.id ?? '';
}
