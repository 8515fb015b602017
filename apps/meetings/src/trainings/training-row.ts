import type { TrainingLine, TrainingState } from '@diemcau/contracts/meetings/trainings';

export interface TrainingRow {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string[];
  readonly unitName: string;
  readonly occurrenceId: string | null;
  readonly seriesId: string | null;
  readonly title: string;
  readonly description: string | null;
  readonly requiredPercent: number;
  readonly registerUntil: Date | null;
  readonly selfRegistration: boolean;
  readonly state: TrainingState;
  readonly version: number;
  readonly createdAt: Date;
  readonly startsAt: Date | null;
  readonly sessionCount: number;
  readonly capacity: number;
  readonly registered: number;
  readonly certificates: number;
}

/** The series of training `tr` and those that follow it: "this and following" ends one and begins another (I11). */
export const seriesOfTraining = `ARRAY (
  WITH RECURSIVE line (id) AS (
    SELECT tr.series_id UNION SELECT next.id FROM series next JOIN line ON next.follows_id = line.id)
  SELECT id FROM line)`;

/** The meetings that are sessions of training `tr`: the one, or those of the series; what does not take place is none. */
export const sessionsOf = `(o.id = tr.occurrence_id OR o.series_id = ANY (${seriesOfTraining}))
  AND o.state NOT IN ('rejected', 'postponed', 'cancelled', 'aborted')`;

export const trainingSql = `
  SELECT tr.id, tr.unit_id AS "unitId", tr.unit_path AS "unitPath", tr.unit_name AS "unitName",
         tr.occurrence_id AS "occurrenceId", tr.series_id AS "seriesId", tr.title, tr.description,
         tr.required_percent AS "requiredPercent", tr.register_until AS "registerUntil", tr.self_registration AS "selfRegistration", tr.state, tr.version,
         tr.created_at AS "createdAt", sessions."startsAt", sessions."sessionCount", seats.*,
         (SELECT count(*)::int FROM certificates c WHERE c.training_id = tr.id AND c.revoked_at IS NULL) AS certificates
  FROM trainings tr,
    LATERAL (SELECT min(o.starts_at) AS "startsAt", count(*)::int AS "sessionCount" FROM occurrences o
             WHERE ${sessionsOf}) sessions,
    LATERAL (SELECT coalesce(sum(capacity), 0)::int AS capacity, coalesce(sum(taken), 0)::int AS registered
             FROM training_places WHERE training_id = tr.id) seats`;

export const toLine = (row: TrainingRow): TrainingLine => ({
  id: row.id,
  unitId: row.unitId,
  unitName: row.unitName,
  title: row.title,
  state: row.state,
  startsAt: row.startsAt?.toISOString() ?? null,
  sessionCount: row.sessionCount,
  capacity: row.capacity,
  registered: row.registered,
  certificates: row.certificates,
});

/** Until when people are registered: as was set, else until the first session begins. */
export const isRegistering = (
  { state, registerUntil, startsAt }: Pick<TrainingRow, 'state' | 'registerUntil' | 'startsAt'>,
  now: Date,
): boolean => {
  const until = registerUntil ?? startsAt;
  return state === 'open' && until !== null && now < until;
};
