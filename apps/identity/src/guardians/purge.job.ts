import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Forgets codes a month after they have run out: until then the school sees that there was one. */
@Injectable()
export class GuardianCodesPurgeJob {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    jobs: Jobs,
  ) {
    jobs.every('identity.guardians.purge', '37 3 * * *', () => this.purge());
  }

  async purge(): Promise<void> {
    await this.database.query(`DELETE FROM guardian_codes WHERE expires_at < now() - interval '30 days'`);
  }
}
