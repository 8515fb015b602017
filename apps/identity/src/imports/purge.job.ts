import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Forgets uploads that never became whole, and dry runs nobody started. Those that ended are kept as the province says. */
@Injectable()
export class ImportsPurgeJob {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    jobs: Jobs,
  ) {
    jobs.every('identity.imports.purge', '37 * * * *', () => this.purge());
  }

  async purge(): Promise<void> {
    await this.database.query(
      `DELETE FROM imports
       WHERE (state = 'uploading' AND created_at < now() - interval '1 hour')
          OR (state = 'ready' AND created_at < now() - interval '14 days')`,
    );
  }
}
