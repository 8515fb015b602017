import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { EntriesService } from './entries.service.js';
import { LobbyEntry } from './lobby-entry.entity.js';

/** A guest who was never let in gives up after this long; an admission is for the meeting of the day, not for ever. */
const waitingHours = 12;
const admittedHours = 24;
const batch = 200;

@Injectable()
export class StaleJob {
  constructor(
    @InjectRepository(LobbyEntry) private readonly lobby: Repository<LobbyEntry>,
    private readonly entries: EntriesService,
    jobs: Jobs,
  ) {
    jobs.every('meetings.lobby.withdraw-stale', '*/15 * * * *', () => this.withdrawStale());
  }

  async withdrawStale(): Promise<void> {
    while ((await this.withdrawBatch()) === batch);
  }

  private async withdrawBatch(): Promise<number> {
    const stale = await this.lobby
      .createQueryBuilder('entry')
      .select('entry.id')
      .where(`entry.state = 'waiting' AND entry.askedAt < now() - make_interval(hours => ${waitingHours})`)
      .orWhere(
        `entry.state = 'admitted' AND entry.decidedAt < now() - make_interval(hours => ${admittedHours})`,
      )
      .limit(batch)
      .getMany();
    await this.lobby.manager.transaction((manager) =>
      this.entries.decide(
        manager,
        stale.map(({ id }) => id),
        ['waiting', 'admitted'],
        { state: 'withdrawn' },
      ),
    );
    return stale.length;
  }
}
