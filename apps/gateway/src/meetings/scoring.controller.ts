import type { Caller } from '@diemcau/contracts/core/caller';
import {
  GiveScores,
  type ScoreSheet,
  ScoreSheetOf,
  Scoring,
  ScoringClient,
  SetScoreSheet,
} from '@diemcau/contracts/meetings/scoring';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class ScoringController {
  constructor(private readonly scoring: ScoringClient) {}

  @Route.get(
    'occurrences/:occurrenceId/scores',
    Scoring.find,
    mayDo('meetings.read'),
    'Phiếu chấm và kết quả · Scores',
  )
  find(input: ScoreSheetOf, caller: Caller): Promise<ScoreSheet> {
    return this.scoring.find(input, caller);
  }

  @Route.put(
    'occurrences/:occurrenceId/scores',
    Scoring.set,
    mayDo('meetings.write'),
    'Đặt phiếu chấm · Set the score sheet',
  )
  set(input: SetScoreSheet, caller: Caller): Promise<ScoreSheet> {
    return this.scoring.set(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/scores/:contestantId',
    Scoring.give,
    mayDo('meetings.read'),
    'Chấm điểm · Give scores',
  )
  give(input: GiveScores, caller: Caller): Promise<ScoreSheet> {
    return this.scoring.give(input, caller);
  }
}
