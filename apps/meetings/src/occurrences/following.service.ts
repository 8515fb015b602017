import type { Fact } from '@diemcau/contracts/core/messages';
import type { OccurrenceHappened } from '@diemcau/contracts/meetings/occurrences';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChecksService } from '../checks/checks.service.js';
import { InvitationsService } from '../invitations/invitations.service.js';
import { happened, lineColumns, type LineRow } from './occurrence-row.js';

/** What follows from a change of a meeting, in the same transaction: invitations, checks, and who listens. */
@Injectable()
export class FollowingService {
  constructor(
    private readonly facts: Facts,
    private readonly invitations: InvitationsService,
    private readonly checks: ChecksService,
  ) {}

  /** @param reset sites whose checks tell nothing any more (I15); all of them, or none */
  async tell(
    manager: EntityManager,
    occurrenceId: string,
    fact: Fact<OccurrenceHappened> | null,
    reset: readonly string[] | 'all' | 'none' = 'none',
  ): Promise<void> {
    if (reset === 'all') await this.checks.resetFor(manager, occurrenceId);
    else if (reset !== 'none' && reset.length > 0) await this.checks.resetFor(manager, occurrenceId, reset);
    await this.invitations.follow(manager, occurrenceId);
    if (!fact) return;
    const [row] = await manager.query<LineRow[]>(`SELECT ${lineColumns} FROM occurrences o WHERE o.id = $1`, [
      occurrenceId,
    ]);
    if (row) await this.facts.record(manager, fact, happened(row));
  }
}
