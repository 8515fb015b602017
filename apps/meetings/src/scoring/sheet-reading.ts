import type { Criterion } from '@diemcau/contracts/meetings/scoring';
import type { EntityManager } from 'typeorm';
import type { Sheet } from './ranking.js';

export interface StoredSheet {
  readonly juryIds: string[];
  readonly version: number;
  readonly criteria: Criterion[];
  readonly contestants: readonly {
    readonly id: string;
    readonly name: string;
    readonly unitName: string | null;
  }[];
  /** By contestant. */
  readonly sheets: ReadonlyMap<string, readonly Sheet[]>;
}

interface ScoreRow {
  readonly contestantId: string;
  readonly criterionId: string;
  readonly jurorId: string;
  readonly points: number;
}

/** Null before anybody asked for it. */
export async function readSheet(manager: EntityManager, occurrenceId: string): Promise<StoredSheet | null> {
  const [sheet] = await manager.query<{ juryIds: string[]; version: number }[]>(
    'SELECT jury_ids AS "juryIds", version FROM score_sheets WHERE occurrence_id = $1',
    [occurrenceId],
  );
  if (!sheet) return null;
  const criteria = await manager.query<Criterion[]>(
    `SELECT id, title, max_points::float8 AS "maxPoints" FROM score_criteria WHERE occurrence_id = $1 ORDER BY position`,
    [occurrenceId],
  );
  const contestants = await manager.query<{ id: string; name: string; unitName: string | null }[]>(
    `SELECT id, name, unit_name AS "unitName" FROM score_contestants WHERE occurrence_id = $1 ORDER BY position`,
    [occurrenceId],
  );
  const scores = await manager.query<ScoreRow[]>(
    `SELECT contestant_id AS "contestantId", criterion_id AS "criterionId", juror_id AS "jurorId",
       points::float8 AS points FROM scores WHERE occurrence_id = $1`,
    [occurrenceId],
  );
  return { ...sheet, criteria, contestants, sheets: sheetsOf(scores) };
}

function sheetsOf(scores: readonly ScoreRow[]): Map<string, Sheet[]> {
  const byContestant = new Map<string, Map<string, Map<string, number>>>();
  for (const { contestantId, jurorId, criterionId, points } of scores) {
    const jurors = byContestant.get(contestantId) ?? new Map<string, Map<string, number>>();
    const own = jurors.get(jurorId) ?? new Map<string, number>();
    byContestant.set(contestantId, jurors.set(jurorId, own.set(criterionId, points)));
  }
  return new Map(
    [...byContestant].map(([contestantId, jurors]) => [
      contestantId,
      [...jurors].map(([jurorId, points]) => ({ jurorId, points })),
    ]),
  );
}
