import { body } from '@diemcau/client/rest';
import type { GiveScores, ScoreSheet, SetScoreSheet } from '@diemcau/contracts/meetings/scoring';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';
import { scoresQuery } from '../occurrence/queries';

/** Scoring begins and ends with the meeting: what one may do changes by itself. */
export const sheetQuery = (occurrenceId: string) =>
  queryOptions({ ...scoresQuery(occurrenceId), refetchInterval: 15_000 });

export const sheetKey = (occurrenceId: string) => scoresQuery(occurrenceId).queryKey;

const path = '/api/v1/occurrences/{occurrenceId}/scores';

export const setSheet = ({ occurrenceId, ...sheet }: SetScoreSheet): Promise<ScoreSheet> =>
  body(rest.PUT(path, { params: { path: { occurrenceId } }, body: sheet }));

export const giveScores = ({ occurrenceId, contestantId, points }: GiveScores): Promise<ScoreSheet> =>
  body(
    rest.POST(`${path}/{contestantId}`, {
      params: { path: { occurrenceId, contestantId } },
      body: { points },
    }),
  );
