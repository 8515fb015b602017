import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { Fact } from '@diemcau/contracts/core/messages';
import { OccurrenceFacts, type OccurrenceHappened } from '@diemcau/contracts/meetings/occurrences';
import type {
  CancelOccurrence,
  OccurrenceStep,
  RescheduleOccurrence,
} from '@diemcau/contracts/meetings/occurrences-changes';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decides, keeps } from './abilities.js';
import { ChangingService } from './changing.service.js';
import { NeedsService } from './needs.service.js';
import type { OccurrenceRow } from './occurrence-row.js';
import { RequestLettersService } from './request-letters.service.js';
import { refusePast, stateAfter } from './refusals.js';
import { bookingOf } from './site-choice.js';
import { StatesService } from './states.service.js';
import { TakenService } from './taken.service.js';

/** The way of a meeting to its day: submitted, approved, scheduled, postponed, cancelled; and its report. */
@Injectable()
export class StepsService {
  constructor(
    private readonly taken: TakenService,
    private readonly states: StatesService,
    private readonly needs: NeedsService,
    private readonly changing: ChangingService,
    private readonly letters: RequestLettersService,
    private readonly clock: Clock,
  ) {}

  async submit(step: OccurrenceStep, caller: Caller): Promise<void> {
    await this.taken.booking(caller, async (manager, wants) => {
      const meeting = await this.states.held(manager, step, caller, keeps);
      wants(await bookingOf(manager, meeting));
      if (meeting.seriesId !== null) throw new Failure(occurrenceErrors.wrongState, { state: meeting.state });
      await this.states.take(manager, meeting, 'submit', caller);
      refusePast(meeting, this.clock.now());
      await this.letters.asked(manager, meeting.id);
    });
  }

  /** I12, I13. What lay too long on somebody's desk is over. */
  async approve(step: OccurrenceStep, caller: Caller): Promise<void> {
    await this.taken.booking(caller, async (manager) => {
      const meeting = await this.decided(manager, step, caller);
      await this.states.take(manager, meeting, 'approve', caller, { approvedBy: true });
      refusePast(meeting, this.clock.now());
      await this.needs.refuseIncomplete(manager, meeting);
      await this.states.follow(manager, meeting.id, OccurrenceFacts.scheduled);
      await this.letters.decided(manager, meeting, true);
    });
  }

  async reject({ reason, ...step }: CancelOccurrence, caller: Caller): Promise<void> {
    await this.taken.booking(caller, async (manager) => {
      const meeting = await this.decided(manager, step, caller);
      await this.states.take(manager, meeting, 'reject', caller, { reason });
      await this.letters.decided(manager, { ...meeting, reason }, false);
    });
  }

  async takeBack(occurrenceId: string, caller: Caller): Promise<void> {
    await this.taken.booking(caller, async (manager, wants) => {
      const meeting = await this.states.held(manager, { occurrenceId }, caller, keeps);
      wants(await bookingOf(manager, meeting));
      await this.states.take(manager, meeting, 'takeBack', caller);
    });
  }

  /** What a series made was approved with its plan; it only lacked something. */
  async schedule(step: OccurrenceStep, caller: Caller): Promise<void> {
    await this.taken.booking(caller, async (manager) => {
      const meeting = await this.states.written(manager, step, caller);
      if (meeting.seriesId === null) throw new Failure(occurrenceErrors.wrongState, { state: meeting.state });
      await this.states.take(manager, meeting, 'schedule', caller);
      await this.needs.refuseIncomplete(manager, meeting);
      await this.states.follow(manager, meeting.id, OccurrenceFacts.scheduled);
    });
  }

  async postpone(input: CancelOccurrence, caller: Caller): Promise<void> {
    await this.withReason(input, 'postpone', OccurrenceFacts.moved, caller);
  }

  async cancel(input: CancelOccurrence, caller: Caller): Promise<void> {
    await this.withReason(input, 'cancel', OccurrenceFacts.cancelled, caller);
  }

  async reschedule({ startsAt, endsAt, ...step }: RescheduleOccurrence, caller: Caller): Promise<void> {
    await this.taken.booking(caller, async (manager, wants) => {
      const meeting = await this.states.written(manager, step, caller);
      stateAfter(meeting, 'reschedule');
      const times = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
      // Its new time before its sites are held again: the old one may be another's by now.
      await this.changing.reschedule(manager, meeting, times, wants, caller);
      await this.states.take(manager, meeting, 'reschedule', caller);
      await this.states.follow(manager, meeting.id, OccurrenceFacts.moved, 'all');
    });
  }

  /** I17: frozen from now on. */
  async report(step: OccurrenceStep, caller: Caller): Promise<void> {
    await this.taken.booking(caller, async (manager) => {
      const meeting = await this.states.written(manager, step, caller);
      await this.states.take(manager, meeting, 'report', caller);
    });
  }

  private async withReason(
    { reason, ...step }: CancelOccurrence,
    name: 'postpone' | 'cancel',
    fact: Fact<OccurrenceHappened>,
    caller: Caller,
  ): Promise<void> {
    await this.taken.booking(caller, async (manager) => {
      const meeting = await this.states.written(manager, step, caller);
      await this.states.take(manager, meeting, name, caller, { reason });
      await this.states.follow(manager, meeting.id, fact);
    });
  }

  private async decided(
    manager: EntityManager,
    step: OccurrenceStep,
    caller: Caller,
  ): Promise<OccurrenceRow> {
    const meeting = await this.states.allowed(manager, step, caller, 'meetings.approve');
    if (!decides(meeting, caller)) throw new Failure(occurrenceErrors.ownWork, { occurrenceId: meeting.id });
    return meeting;
  }
}
