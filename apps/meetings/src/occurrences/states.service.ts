import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Fact } from '@diemcau/contracts/core/messages';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import type { OccurrenceHappened } from '@diemcau/contracts/meetings/occurrences';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actorOf } from './abilities.js';
import { FollowingService } from './following.service.js';
import type { OccurrenceRow } from './occurrence-row.js';
import { OccurrencesService, refuseOld } from './occurrences.service.js';
import { stateAfter } from './refusals.js';
import type { Step } from './states.js';

interface Asked {
  readonly occurrenceId: string;
  /** Undefined: whatever it is. */
  readonly version?: number;
}

interface With {
  readonly reason?: string;
  /** The caller approves it (I12). */
  readonly approvedBy?: boolean;
  /** Further words for the audit log. */
  readonly note?: Readonly<Record<string, unknown>>;
}

/** One step of a meeting's life, by the transition table, with its audit entry. */
@Injectable()
export class StatesService {
  constructor(
    private readonly occurrences: OccurrencesService,
    private readonly following: FollowingService,
    private readonly audit: Audit,
  ) {}

  /** The meeting, held. @throws Failure `common.notAllowed`, `occurrences.changedMeanwhile` */
  async held(
    manager: EntityManager,
    { occurrenceId, version }: Asked,
    caller: Caller,
    may: (meeting: OccurrenceRow, caller: Caller) => boolean,
  ): Promise<OccurrenceRow> {
    const meeting = await this.occurrences.held(manager, caller, occurrenceId);
    if (!may(meeting, caller)) throw new Failure(commonFailures.notAllowed);
    refuseOld(meeting, version);
    return meeting;
  }

  allowed(
    manager: EntityManager,
    { occurrenceId, version }: Asked,
    caller: Caller,
    permission: Permission,
  ): Promise<OccurrenceRow> {
    return this.occurrences.hold(manager, caller, permission, occurrenceId, version);
  }

  written(manager: EntityManager, asked: Asked, caller: Caller): Promise<OccurrenceRow> {
    return this.allowed(manager, asked, caller, 'meetings.write');
  }

  /** @throws Failure `occurrences.wrongState`, `occurrences.reported` */
  async take(
    manager: EntityManager,
    meeting: OccurrenceRow,
    step: Step,
    caller: Caller,
    { reason, approvedBy, note }: With = {},
  ): Promise<void> {
    const state = stateAfter(meeting, step);
    await manager.query(
      `UPDATE occurrences SET state = $2, reason = coalesce($3, reason), by_series = false, version = version + 1,
         approved_by = CASE WHEN $4 THEN $5 ELSE approved_by END WHERE id = $1`,
      [meeting.id, state, reason ?? null, approvedBy ?? false, actorOf(caller)],
    );
    await this.audit.record(manager, caller, {
      action: `occurrences.${step}`,
      unitId: meeting.unitId,
      object: { kind: 'occurrence', id: meeting.id },
      before: { state: meeting.state },
      after: { state, ...(reason !== undefined && { reason }), ...note },
    });
  }

  /** @param reset as {@link FollowingService.tell} */
  async follow(
    manager: EntityManager,
    occurrenceId: string,
    fact: Fact<OccurrenceHappened>,
    reset: 'all' | 'none' = 'none',
  ): Promise<void> {
    await this.following.tell(manager, occurrenceId, fact, reset);
  }
}
