import { Jobs } from '@diemcau/service/jobs/jobs';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { plusDays } from '../recurrence/days.js';
import { dayIn } from '../recurrence/zones.js';
import { MadeMeetingsService } from '../series/made-meetings.service.js';

/** Invitations go out this many days before: who was invited to a day is not sent to another without somebody's decision. */
const invitedDays = 30;

interface Marked {
  readonly id: string;
  readonly zone: string;
}

/** Meetings that nobody was invited to yet follow a working calendar that changed; those changed by hand stay (I11). */
@Injectable()
export class RealigningJob {
  private readonly log = new Logger(RealigningJob.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly made: MadeMeetingsService,
    jobs: Jobs,
  ) {
    jobs.every('meetings.realign', '* * * * *', () => this.run());
  }

  async run(): Promise<void> {
    const failed: string[] = [];
    for (;;) {
      const [next] = await this.database.query<Marked[]>(
        `SELECT id, zone FROM series WHERE realign AND id <> ALL ($1::uuid[])
         ORDER BY id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
        [failed],
      );
      if (!next) return;
      try {
        await this.realign(next);
      } catch (error) {
        failed.push(next.id);
        this.log.error(
          { seriesId: next.id, err: error },
          'meetings of a series could not follow the calendar',
        );
      }
    }
  }

  private async realign({ id, zone }: Marked): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [marked] = await manager.query<{ state: string }[]>(
        'SELECT state FROM series WHERE id = $1 AND realign FOR NO KEY UPDATE SKIP LOCKED',
        [id],
      );
      if (!marked) return;
      if (marked.state === 'active') {
        await this.made.align(manager, id, plusDays(dayIn(zone, this.clock.now()), invitedDays + 1));
      }
      await manager.query('UPDATE series SET realign = false WHERE id = $1', [id]);
    });
  }
}
