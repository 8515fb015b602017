import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type Plan,
  planErrors,
  type PlanVersionRef,
  type ReturnPlan,
} from '@diemcau/contracts/meetings/plans';
import { Audit } from '@diemcau/service/audit/audit';
import { refusedBy } from '@diemcau/service/database/refused-by';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivatingSeriesService } from '../series/activating.service.js';
import { SuccessionService } from '../series/succession.service.js';
import { PlanLettersService } from './letters.service.js';
import type { PlanRow } from './plan-row.js';
import { PlansService } from './plans.service.js';

/** Who approves a plan is not who made it (I12). */
@Injectable()
export class DecidingPlansService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly plans: PlansService,
    private readonly activating: ActivatingSeriesService,
    private readonly succession: SuccessionService,
    private readonly letters: PlanLettersService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `plans.wrongState`, `plans.ownWork`, `plans.changedMeanwhile`, `plans.periodTaken` */
  async approve({ planId, version }: PlanVersionRef, caller: Caller): Promise<Plan> {
    await this.database.transaction(async (manager) => {
      const { row, decidedBy } = await this.submitted(manager, planId, version, caller);
      if (row.replacesId !== null) {
        await supersede(manager, row.replacesId);
        await this.succession.takeOver(manager, planId, row.replacesId);
      }
      await this.begin(manager, row, decidedBy);
      await refusedBy('plans_of_period', planErrors.periodTaken, () =>
        manager.query(
          `UPDATE plans SET state = 'approved', approved_at = now(), approved_by = $2, version = version + 1
           WHERE id = $1`,
          [planId, decidedBy],
        ),
      );
      await this.letters.approved(manager, row);
      await this.note(manager, caller, row, 'plans.approve', { state: 'approved' });
    });
    return this.plans.find(planId, caller);
  }

  /** Back to its author, as a draft. @throws Failure `plans.wrongState`, `plans.ownWork`, `plans.changedMeanwhile` */
  async giveBack({ planId, version, comment }: ReturnPlan, caller: Caller): Promise<Plan> {
    await this.database.transaction(async (manager) => {
      const { row } = await this.submitted(manager, planId, version, caller);
      await manager.query(
        `UPDATE plans SET state = 'draft', submitted_at = NULL, comment = $2, version = version + 1 WHERE id = $1`,
        [planId, comment],
      );
      await this.letters.returned(manager, row, comment);
      await this.note(manager, caller, row, 'plans.return', { state: 'draft', comment });
    });
    return this.plans.find(planId, caller);
  }

  private async submitted(
    manager: EntityManager,
    planId: string,
    version: number,
    caller: Caller,
  ): Promise<{ row: PlanRow; decidedBy: string }> {
    const row = await this.plans.hold(manager, caller, 'meetings.approve', planId, version);
    if (row.state !== 'submitted') throw new Failure(planErrors.wrongState, { state: row.state });
    if (caller.kind !== 'user' || caller.userId === row.authorId) throw new Failure(planErrors.ownWork);
    return { row, decidedBy: caller.userId };
  }

  /** Its series begin, and are kept as they were approved. */
  private async begin(manager: EntityManager, plan: PlanRow, decidedBy: string): Promise<void> {
    const lines = await this.activating.ofPlan(manager, plan.id, plan, decidedBy);
    await manager.query('INSERT INTO approved_plans (plan_id, at, by, lines) VALUES ($1, now(), $2, $3)', [
      plan.id,
      decidedBy,
      JSON.stringify(lines),
    ]);
  }

  private async note(
    manager: EntityManager,
    caller: Caller,
    { id, unitId, state }: PlanRow,
    action: string,
    after: object,
  ): Promise<void> {
    await this.audit.record(manager, caller, {
      action,
      unitId,
      object: { kind: 'plan', id },
      before: { state },
      after,
    });
  }
}

async function supersede(manager: EntityManager, planId: string): Promise<void> {
  const [[old]] = await manager.query<[{ id: string }[], number]>(
    `UPDATE plans SET state = 'superseded', version = version + 1 WHERE id = $1 AND state = 'approved' RETURNING id`,
    [planId],
  );
  if (!old) throw new Failure(planErrors.wrongState, { planId });
}
