import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { ChangeOccurrence } from '@diemcau/contracts/meetings/occurrences-changes';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keeps } from './abilities.js';
import { type Changed, changed } from './changes.js';
import { ContentsService } from './contents.service.js';
import type { OccurrenceRow } from './occurrence-row.js';
import { OccurrencesService, refuseOld } from './occurrences.service.js';
import { refuseFixed } from './refusals.js';
import { RewritingService } from './rewriting.service.js';
import { refuseTwo } from './site-choice.js';
import { TakenService } from './taken.service.js';

/** Changes of one meeting by hand (I11, I13, I15). */
@Injectable()
export class ChangingService {
  constructor(
    private readonly occurrences: OccurrencesService,
    private readonly contents: ContentsService,
    private readonly rewriting: RewritingService,
    private readonly taken: TakenService,
  ) {}

  /**
   * Whole or not at all.
   * @throws Failure `occurrences.live`, `.reported`, `.siteTaken`, `.roomTaken`, `.tooManyPeople`, `.incomplete` …
   */
  async change(change: ChangeOccurrence, caller: Caller): Promise<void> {
    const { occurrenceId } = change;
    refuseTwo(change.sites ?? []);
    const seen = await this.occurrences.visible(caller, occurrenceId);
    if (!keeps(seen, caller)) throw new Failure(commonFailures.notAllowed);
    await this.contents.refuseStrangers(seen.unitPath, change, caller);
    await this.taken.booking(caller, async (manager, wants) => {
      const before = await this.held(manager, change, caller);
      const after = changed(before, change);
      const roomNo = await this.roomNo(manager, before, after, caller);
      const { dispatchFileId } = after;
      if (dispatchFileId !== before.dispatchFileId) {
        await this.contents.attachLetter(manager, dispatchFileId, before.unitPath, occurrenceId, caller);
        await this.contents.releaseLetter(manager, before.dispatchFileId, occurrenceId);
      }
      const moved = await this.rewriting.rewrite(manager, before, { ...after, roomNo }, change.sites, wants);
      await this.rewriting.tell(manager, before, after, moved, caller);
    });
  }

  /** A new time for a meeting that was postponed. */
  async reschedule(
    manager: EntityManager,
    before: OccurrenceRow,
    times: Pick<Changed, 'startsAt' | 'endsAt'>,
    wants: Parameters<RewritingService['rewrite']>[4],
    caller: Caller,
  ): Promise<void> {
    const after = { ...changed(before, { occurrenceId: before.id, version: before.version }), ...times };
    const roomNo = await this.roomNo(manager, before, after, caller);
    await this.rewriting.rewrite(manager, before, { ...after, roomNo }, undefined, wants);
  }

  /** The room it has is kept, even where the caller could not choose it. */
  private async roomNo(manager: EntityManager, before: OccurrenceRow, after: Changed, caller: Caller) {
    if (after.roomId !== before.roomId) {
      return this.contents.roomNo(manager, before.unitPath, after.roomId, caller);
    }
    const [room] = await manager.query<{ no: number }[]>('SELECT no FROM rooms WHERE id = $1', [
      after.roomId,
    ]);
    return room?.no ?? null;
  }

  private async held(
    manager: EntityManager,
    { occurrenceId, version }: ChangeOccurrence,
    caller: Caller,
  ): Promise<OccurrenceRow> {
    const before = await this.occurrences.held(manager, caller, occurrenceId);
    if (!keeps(before, caller)) throw new Failure(commonFailures.notAllowed);
    refuseFixed(before);
    refuseOld(before, version);
    return before;
  }
}
