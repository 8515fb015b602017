import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Steps that somebody has begun and not finished. */
const shortLived = [
  'sign_in_challenges',
  'password_resets',
  'passkey_ceremonies',
  'oidc_flows',
  'oidc_arrivals',
] as const;

/** Forgets sessions and failed attempts a day after they have ceased to matter; access tokens last ten minutes only. */
@Injectable()
export class PurgeJob {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    jobs: Jobs,
  ) {
    jobs.every('identity.sessions.purge', '17 * * * *', () => this.purge());
  }

  async purge(): Promise<void> {
    await this.database.query(
      `DELETE FROM sessions WHERE least(expires_at, ended_at) < now() - interval '1 day'`,
    );
    await this.database.query(`DELETE FROM sign_in_attempts WHERE last_at < now() - interval '1 day'`);
    for (const table of shortLived) {
      await this.database.query(`DELETE FROM ${table} WHERE expires_at < now() - interval '1 day'`);
    }
  }
}
