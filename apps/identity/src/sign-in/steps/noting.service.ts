import type { Caller } from '@diemcau/contracts/core/caller';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { AttemptsService } from './attempts.service.js';

/** Tells the auditor about an account's way in; entries name the account, never what was typed. */
@Injectable()
export class NotingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly attempts: AttemptsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Somebody was wrong.
   * @param userId null when it belongs to no account: then it only counts for the address
   * @param by what was wrong: `password`, `totp`, …
   */
  async failed(userId: string | null, caller: Caller, by: string): Promise<void> {
    await this.attempts.failed();
    if (userId) {
      await this.about(this.database.manager, caller, userId, {
        action: 'sessions.signInFailed',
        after: { by },
      });
    }
  }

  async about(manager: EntityManager, caller: Caller, userId: string, told: Told): Promise<void> {
    const [user] = await manager.query<{ unitId: string }[]>(
      'SELECT unit_id AS "unitId" FROM users WHERE id = $1',
      [userId],
    );
    const object = { kind: 'user', id: userId };
    await this.audit.record(manager, caller, { ...told, unitId: user?.unitId ?? null, object });
  }
}

/** What happened to somebody's way in. */
export interface Told {
  /** `passwords.change`: for the auditor. */
  readonly action: string;
  readonly after: object;
}
