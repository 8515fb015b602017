import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { OccurrenceFacts } from '@diemcau/contracts/meetings/occurrences';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keeps } from './abilities.js';
import { FollowingService } from './following.service.js';
import { NeedsService } from './needs.service.js';
import type { OccurrenceRow } from './occurrence-row.js';
import { OccurrencesService } from './occurrences.service.js';
import { refuseFixed } from './refusals.js';
import { announced } from './states.js';

/** Meetings whose agenda or checklist somebody writes. */
@Injectable()
export class PreparedMeetingsService {
  constructor(
    private readonly occurrences: OccurrencesService,
    private readonly needs: NeedsService,
    private readonly following: FollowingService,
  ) {}

  /** Held, for who keeps it. @throws Failure `common.notAllowed`, `occurrences.live`, `.reported`, `.wrongState` */
  async keeping(manager: EntityManager, occurrenceId: string, caller: Caller): Promise<OccurrenceRow> {
    const meeting = await this.occurrences.held(manager, caller, occurrenceId);
    if (!keeps(meeting, caller)) throw new Failure(commonFailures.notAllowed);
    refuseFixed(meeting);
    return meeting;
  }

  /** Its agenda is another. @throws Failure `occurrences.incomplete` where a scheduled one has none left (I13) */
  async changed(manager: EntityManager, meeting: OccurrenceRow): Promise<void> {
    await manager.query('UPDATE occurrences SET version = version + 1, edited = true WHERE id = $1', [
      meeting.id,
    ]);
    if (!announced.includes(meeting.state)) return;
    await this.needs.refuseIncomplete(manager, meeting);
    await this.following.tell(manager, meeting.id, OccurrenceFacts.changed);
  }
}
