import type { Caller } from '@diemcau/contracts/core/caller';
import type { PlannedDate, PreviewDate } from '@diemcau/contracts/meetings/recurrence';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BookedService, type Except, type Needs } from './booked.service.js';
import { byKey } from './by-key.js';
import { PlannedConflictsService } from './planned-conflicts.service.js';

/** Most conflicts shown of one date. */
const most = 50;

/** Who else has, or will have, a site or the room at the same time (I9), before anything is saved. */
@Injectable()
export class ConflictsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly booked: BookedService,
    private readonly planned: PlannedConflictsService,
  ) {}

  async with(needs: Needs, dates: readonly PlannedDate[], caller: Caller): Promise<PreviewDate[]> {
    const found =
      needs.roomId === null && needs.siteIds.length === 0 ? [] : await this.of(needs, dates, caller);
    const byDate = byKey(found, ({ at }) => at);
    return dates.map((date, at) => ({
      ...date,
      conflicts: (byDate.get(at) ?? []).slice(0, most).map(({ conflict }) => conflict),
    }));
  }

  private async of(needs: Needs, dates: readonly PlannedDate[], caller: Caller) {
    const except = await this.except(needs);
    return [
      ...(await this.booked.of(needs, except, dates, caller)),
      ...(await this.planned.of(needs, except, dates, caller)),
    ];
  }

  /** Once a new version of a plan is approved, the lines of the old one end or become those of the new one. */
  private async except({ seriesId, planId }: Needs): Promise<Except> {
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT id FROM series WHERE id = $1::uuid
       UNION
       SELECT old.id FROM series copy JOIN series old ON old.id = copy.follows_id AND old.state = 'active'
       WHERE copy.id = $1::uuid AND copy.state = 'draft'
       UNION
       SELECT old.id FROM plans plan JOIN series old ON old.plan_id = plan.replaces_id
       WHERE plan.id = $2::uuid AND plan.state IN ('draft', 'submitted')`,
      [seriesId, planId],
    );
    return rows.map(({ id }) => id);
  }
}
