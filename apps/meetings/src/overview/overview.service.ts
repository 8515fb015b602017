import type { Caller } from '@diemcau/contracts/core/caller';
import {
  mostShown,
  type Overview,
  overviewDays,
  type OverviewQuery,
} from '@diemcau/contracts/meetings/overview';
import { Clock } from '@diemcau/service/time/clock';
import { dayOf } from '@diemcau/service/time/vietnam-day';
import { Injectable } from '@nestjs/common';
import { TrainingsAheadService } from '../trainings/trainings-ahead.service.js';
import { CampaignsSeenService } from './campaigns-seen.service.js';
import { MeetingsOfWeekService } from './meetings-of-week.service.js';
import { OverdueService } from './overdue.service.js';

const dayMs = 86_400_000;

/** One look at the units below (HB-10.1): the parts are counted side by side, each by one or two statements. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly meetings: MeetingsOfWeekService,
    private readonly campaigns: CampaignsSeenService,
    private readonly overdue: OverdueService,
    private readonly trainings: TrainingsAheadService,
    private readonly clock: Clock,
  ) {}

  async read(query: OverviewQuery, caller: Caller): Promise<Overview> {
    const { unitId = null } = query;
    const now = this.clock.now();
    const [firstDay, lastDay] = [dayOf(now), dayOf(new Date(now.getTime() + (overviewDays - 1) * dayMs))];
    const [meetings, campaigns, overdue, trainings] = await Promise.all([
      this.meetings.of({ firstDay, lastDay, now, unitId }, caller),
      this.campaigns.of({ now, unitId }, caller),
      this.overdue.of({ today: firstDay, unitId }, caller),
      this.trainings.ahead({ now, unitId, limit: mostShown.trainings }, caller),
    ]);
    return { at: now.toISOString(), firstDay, lastDay, meetings, campaigns, overdue, trainings };
  }
}
