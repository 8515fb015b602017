import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SealerService } from './sealer.service.js';

/**
 * Whoever rules the database can write the whole chain anew. So its head goes into the log every hour, which is kept
 * elsewhere: `npm run audit:verify -- --anchor <position>:<hash>` shows whether it still is that one.
 */
@Injectable()
export class AnchorJob {
  private readonly log = new Logger(AnchorJob.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sealer: SealerService,
    jobs: Jobs,
  ) {
    jobs.every('identity.audit.anchor', '3 * * * *', () => this.anchor());
  }

  async anchor(): Promise<void> {
    const { position, hash } = await this.sealer.head();
    if (position === 0) return;
    await this.database.query(
      'INSERT INTO audit_anchors (position, hash) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [position, hash],
    );
    this.log.log({ auditHead: `${position}:${hash.toString('hex')}` }, 'head of the audit log');
  }
}
