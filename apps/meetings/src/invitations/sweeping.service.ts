import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
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
  ) {}

  async sweep(): Promise<void> {
    for (let batches = 0; batches < mostBatches && (await this.sweepSome()) === batch; batches += 1);
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
