import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { type Plan, planErrors } from '@diemcau/contracts/meetings/plans';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { SuccessionService } from '../series/succession.service.js';
import { PlansService } from './plans.service.js';

/** A new version of an approved plan; the old one holds until the new one is approved. */
@Injectable()
export class RenewingPlansService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly plans: PlansService,
    private readonly succession: SuccessionService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `plans.wrongState` unless it is approved, `plans.renewing` when there is a new version already */
  async renew(planId: string, caller: Caller): Promise<Plan> {
    if (caller.kind !== 'user') throw new Failure(commonFailures.notAllowed);
    const id = randomUUID();
    await this.database.transaction(async (manager) => {
      const row = await this.plans.hold(manager, caller, 'meetings.write', planId);
      if (row.state !== 'approved') throw new Failure(planErrors.wrongState, { state: row.state });
      const made = await manager.query<object[]>(
        `INSERT INTO plans (id, unit_id, unit_path, unit_name, year, month, title, search, author_id, replaces_id, beside)
         SELECT $2, unit_id, unit_path, unit_name, year, month, title, search, $3, id, beside FROM plans WHERE id = $1
         ON CONFLICT DO NOTHING RETURNING id`,
        [planId, id, caller.userId],
      );
      if (made.length === 0) throw new Failure(planErrors.renewing, { planId });
      await this.succession.copyLines(manager, planId, id, caller.userId);
      await this.audit.record(manager, caller, {
        action: 'plans.renew',
        unitId: row.unitId,
        object: { kind: 'plan', id },
        after: { replacesId: planId },
      });
    });
    return this.plans.find(id, caller);
  }
}
