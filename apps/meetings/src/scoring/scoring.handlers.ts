import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  GiveScores,
  type ScoreSheet,
  ScoreSheetOf,
  Scoring,
  SetScoreSheet,
} from '@diemcau/contracts/meetings/scoring';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ScoringService } from './scoring.service.js';
import { ScoreWritingService } from './writing.service.js';

@Controller()
export class ScoringHandlers implements Handlers<typeof Scoring> {
  constructor(
    private readonly scoring: ScoringService,
    private readonly writing: ScoreWritingService,
  ) {}

  @Handles(Scoring.find) async find({ occurrenceId }: ScoreSheetOf, caller: Caller): Promise<ScoreSheet> {
    return this.scoring.find(occurrenceId, caller);
  }

  @Handles(Scoring.set) async set(input: SetScoreSheet, caller: Caller): Promise<ScoreSheet> {
    await this.writing.set(input, caller);
    return this.scoring.find(input.occurrenceId, caller);
  }

  @Handles(Scoring.give) async give(input: GiveScores, caller: Caller): Promise<ScoreSheet> {
    await this.writing.give(input, caller);
    return this.scoring.find(input.occurrenceId, caller);
  }
}
