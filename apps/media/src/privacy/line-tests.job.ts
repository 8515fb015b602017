import { dataKinds } from '@diemcau/contracts/identity/privacy-kinds';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const { days } = dataKinds.lineTests.retention;

/** Results of line tests, and of sound and picture: what counts of them is kept by meetings. */
@Injectable()
export class LineTestsJob {
  constructor(
    private readonly database: DataSource,
    jobs: Jobs,
  ) {
    jobs.every('media.privacy.line-tests', '50 2 * * *', () => this.forget());
  }

  async forget(): Promise<void> {
    for (const table of ['line_test', 'media_test']) {
      await this.database.query(
        `DELETE FROM ${table} WHERE measured_at < now() - make_interval(days => $1)`,
        [days],
      );
    }
  }
}
