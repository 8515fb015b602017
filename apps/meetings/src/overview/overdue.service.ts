import type { Caller } from '@diemcau/contracts/core/caller';
import type { OverviewOverdue } from '@diemcau/contracts/meetings/overview';
import { Injectable } from '@nestjs/common';
import { ChecklistBoardService } from '../checklists/board.service.js';
import { DueService } from '../maintenance/due.service.js';
import { FeedbackService } from '../notes/feedback.service.js';
import { PapersOverdueService } from './papers-overdue.service.js';

/** What should have been done, as the lists behind it count it. */
@Injectable()
export class OverdueService {
  constructor(
    private readonly checklists: ChecklistBoardService,
    private readonly maintenance: DueService,
    private readonly feedback: FeedbackService,
    private readonly papers: PapersOverdueService,
  ) {}

  async of(
    { today, unitId }: { readonly today: string; readonly unitId: string | null },
    caller: Caller,
  ): Promise<OverviewOverdue> {
    const query = { limit: 1, ...(unitId && { unitId }) };
    const [{ lateCount }, { late }, { total }, papers] = await Promise.all([
      this.checklists.board(query, caller),
      this.maintenance.list(query, caller),
      this.feedback.list({ ...query, state: 'open' }, caller),
      this.papers.of({ today, unitId }, caller),
    ]);
    return { tasks: lateCount, maintenance: late, problems: total, ...papers };
  }
}
