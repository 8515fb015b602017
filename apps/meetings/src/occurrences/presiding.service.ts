import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { OccurrenceFacts } from '@diemcau/contracts/meetings/occurrences';
import type {
  CancelOccurrence,
  CheckOverride,
  OccurrenceStep,
  StartOccurrence,
} from '@diemcau/contracts/meetings/occurrences-changes';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChecksService } from '../checks/checks.service.js';
import { actorOf, presides } from './abilities.js';
import { beginSession, endSession, pauseSession, resumeSession } from './live-session.js';
import type { OccurrenceRow } from './occurrence-row.js';
import { StatesService } from './states.service.js';
import { TakenService } from './taken.service.js';

/** The lobby of its room opens this long before a meeting, and it may be started from then on. */
export const opensBeforeMs = 15 * 60_000;

/** A meeting while it goes on (I14, I16). */
@Injectable()
export class PresidingService {
  constructor(
    private readonly taken: TakenService,
    private readonly states: StatesService,
    private readonly checks: ChecksService,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `occurrences.tooEarly`, `.checksMissing` with the sites, `.chairMustDecide`, `.roomBusy` */
  async start({ override, ...step }: StartOccurrence, caller: Caller): Promise<void> {
    await this.taken.booking(caller, async (manager) => {
      const meeting = await this.states.held(manager, step, caller, presides);
      const now = this.clock.now();
      const missing = await this.checks.missingFor(meeting.id, manager);
      await this.states.take(manager, meeting, 'start', caller, {
        note: missing.length > 0 ? overridden(missing, override?.reason) : {},
      });
      if (now.getTime() < meeting.startsAt.getTime() - opensBeforeMs) {
        throw new Failure(occurrenceErrors.tooEarly, { startsAt: meeting.startsAt.toISOString() });
      }
      if (missing.length > 0) judgeOverride(meeting, missing, override ?? null, caller);
      const reason = missing.length > 0 ? (override?.reason ?? null) : null;
      await beginSession(manager, meeting, now, reason, caller);
      await this.states.follow(manager, meeting.id, OccurrenceFacts.started);
    });
  }

  async pause(step: OccurrenceStep, caller: Caller): Promise<void> {
    await this.taken.booking(caller, async (manager) => {
      const meeting = await this.taking(manager, step, 'pause', caller);
      await pauseSession(manager, meeting.id, this.clock.now());
    });
  }

  async resume(step: OccurrenceStep, caller: Caller): Promise<void> {
    await this.taken.booking(caller, async (manager) => {
      const meeting = await this.taking(manager, step, 'resume', caller);
      await resumeSession(manager, meeting.id, this.clock.now());
    });
  }

  async end(step: OccurrenceStep, caller: Caller): Promise<void> {
    await this.taken.booking(caller, async (manager) => {
      const meeting = await this.taking(manager, step, 'end', caller);
      await endSession(manager, meeting.id, this.clock.now());
      await this.states.follow(manager, meeting.id, OccurrenceFacts.ended);
    });
  }

  /** Broken off: it does not go on another time. */
  async abort({ reason, ...step }: CancelOccurrence, caller: Caller): Promise<void> {
    await this.taken.booking(caller, async (manager) => {
      const meeting = await this.states.held(manager, step, caller, presides);
      await this.states.take(manager, meeting, 'abort', caller, { reason });
      await endSession(manager, meeting.id, this.clock.now());
      await this.states.follow(manager, meeting.id, OccurrenceFacts.ended);
    });
  }

  private async taking(
    manager: EntityManager,
    step: OccurrenceStep,
    name: 'pause' | 'resume' | 'end',
    caller: Caller,
  ): Promise<OccurrenceRow> {
    const meeting = await this.states.held(manager, step, caller, presides);
    await this.states.take(manager, meeting, name, caller);
    return meeting;
  }
}

/**
 * I14: the chair answers for it, in person. Who is named as chair now: a chair who cannot come is replaced in the meeting first,
 * which is in its log as well.
 */
function judgeOverride(
  { chairId }: OccurrenceRow,
  siteIds: readonly string[],
  override: CheckOverride | null,
  caller: Caller,
): void {
  const mayOverride = chairId !== null && chairId === actorOf(caller);
  if (!override) throw new Failure(occurrenceErrors.checksMissing, { siteIds, chairId, mayOverride });
  if (!mayOverride) throw new Failure(occurrenceErrors.chairMustDecide, { siteIds, chairId });
}

const overridden = (missing: readonly string[], reason: string | undefined) => ({
  missingChecks: missing.length,
  override: reason ?? null,
});
