import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MakingLockService } from '../scheduling/making-lock.service.js';
import { InvitationsService } from './invitations.service.js';
import { leadDays } from './telling.service.js';

const batch = 200;
/** Of one run; the next is a minute away. */
const mostBatches = 50;

/**
 * Meetings that nobody asked to follow: those that series make ahead are invited to when their time has come, and whatever a
 * crash swallowed is caught up with.
 */
@Injectable()
export class SweepingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly invitations: InvitationsService,
    private readonly clock: Clock,
    private readonly making: MakingLockService,
  ) {}

  /** Not while meetings are made: both at once make these come later, and whoever makes asks for this job in the end. */
  async sweep(): Promise<void> {
    for (let batches = 0; batches < mostBatches; batches += 1) {
      if (await this.making.isHeld()) return;
      if ((await this.sweepSome()) < batch) return;
    }
  }

  private async sweepSome(): Promise<number> {
    const now = this.clock.now();
    const behind = await this.database.query<{ id: string }[]>(
      `SELECT o.id FROM occurrences o
       WHERE o.state IN ('scheduled', 'checking') AND o.starts_at > $1
         AND o.starts_at <= $1::timestamptz + make_interval(days => $2)
         AND NOT EXISTS (SELECT FROM invited_meetings m WHERE m.occurrence_id = o.id)
       UNION ALL
       SELECT o.id FROM invited_meetings m JOIN occurrences o ON o.id = m.occurrence_id
       WHERE m.ends_at > $1 AND m.version <> o.version
       LIMIT $3`,
      [now, leadDays, batch],
    );
    for (const { id } of behind) {
      await this.database.transaction((manager) => this.invitations.follow(manager, id));
    }
    return behind.length;
  }
}
