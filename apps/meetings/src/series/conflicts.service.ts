import type { Caller } from '@diemcau/contracts/core/caller';
import type { PlannedDate, PreviewDate } from '@diemcau/contracts/meetings/recurrence';
import { Injectable } from '@nestjs/common';
import { BookedService, type Needs } from './booked.service.js';
import { byKey } from './by-key.js';
import { PlannedConflictsService } from './planned-conflicts.service.js';

/** Most conflicts shown of one date. */
const most = 50;

/** Who else has, or will have, a site or the room at the same time (I9), before anything is saved. */
@Injectable()
export class ConflictsService {
  constructor(
    private readonly booked: BookedService,
    private readonly planned: PlannedConflictsService,
  ) {}

  async with(needs: Needs, dates: readonly PlannedDate[], caller: Caller): Promise<PreviewDate[]> {
    const found = [
      ...(await this.booked.of(needs, dates, caller)),
      ...(await this.planned.of(needs, dates, caller)),
    ];
    const byDate = byKey(found, ({ at }) => at);
    return dates.map((date, at) => ({
      ...date,
      conflicts: (byDate.get(at) ?? []).slice(0, most).map(({ conflict }) => conflict),
    }));
  }
}
