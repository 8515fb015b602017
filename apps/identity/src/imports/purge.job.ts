import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Days that rows of an import are kept after its end, for whoever asks what it did; the audit log keeps what it changed. */
const keptDays = 90;

/** Forgets uploads that never became whole, dry runs nobody started, and imports of long ago. */
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
          OR (state = 'ready' AND created_at < now() - interval '14 days')
          OR finished_at < now() - make_interval(days => $1)`,
      [keptDays],
    );
  }
}
