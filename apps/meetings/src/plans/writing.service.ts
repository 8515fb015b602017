import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import {
  type ChangePlan,
  type MakePlan,
  type Plan,
  planErrors,
  type PlanVersionRef,
} from '@diemcau/contracts/meetings/plans';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { PlacesService } from '../series/places.service.js';
import { PlanLettersService } from './letters.service.js';
import { PlansService } from './plans.service.js';

/** Plans until they are submitted. */
@Injectable()
export class WritingPlansService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly plans: PlansService,
    private readonly places: PlacesService,
    private readonly letters: PlanLettersService,
    private readonly audit: Audit,
  ) {}

  /** Only people make plans: who approves one must be told from who made it (I12). */
  async make({ unitId, year, month, title }: MakePlan, caller: Caller): Promise<Plan> {
    if (caller.kind !== 'user') throw new Failure(commonFailures.notAllowed);
    const id = randomUUID();
    await this.database.transaction(async (manager) => {
      const unit = await this.places.holding(manager, unitId, caller);
      await manager.query(
        `INSERT INTO plans (id, unit_id, unit_path, unit_name, year, month, title, search, author_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, unit.id, unit.path, unit.name, year, month, title, folded(title), caller.userId],
      );
      await this.audit.record(manager, caller, {
        action: 'plans.make',
        unitId,
        object: { kind: 'plan', id },
        after: { year, month, title },
      });
    });
    return this.plans.find(id, caller);
  }

  /** @throws Failure `plans.wrongState` unless it is a draft */
  async change({ planId, version, title }: ChangePlan, caller: Caller): Promise<Plan> {
    await this.database.transaction(async (manager) => {
      const row = await this.plans.hold(manager, caller, 'meetings.write', planId, version);
      if (row.state !== 'draft') throw new Failure(planErrors.wrongState, { state: row.state });
      const after = title ?? row.title;
      await manager.query('UPDATE plans SET title = $2, search = $3, version = version + 1 WHERE id = $1', [
        planId,
        after,
        folded(after),
      ]);
      await this.audit.record(manager, caller, {
        action: 'plans.change',
        unitId: row.unitId,
        object: { kind: 'plan', id: planId },
        before: { title: row.title },
        after: { title: after },
      });
    });
    return this.plans.find(planId, caller);
  }

  /** With its series. @throws Failure `plans.wrongState` unless it is a draft */
  async remove(planId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const row = await this.plans.hold(manager, caller, 'meetings.write', planId);
      if (row.state !== 'draft') throw new Failure(planErrors.wrongState, { state: row.state });
      await manager.query('DELETE FROM series WHERE plan_id = $1', [planId]);
      await manager.query('DELETE FROM plans WHERE id = $1', [planId]);
      await this.audit.record(manager, caller, {
        action: 'plans.remove',
        unitId: row.unitId,
        object: { kind: 'plan', id: planId },
        before: { year: row.year, month: row.month, title: row.title },
      });
    });
  }

  /** @throws Failure `plans.wrongState`, `plans.empty`, `plans.periodTaken` */
  async submit({ planId, version }: PlanVersionRef, caller: Caller): Promise<Plan> {
    await this.database.transaction(async (manager) => {
      const row = await this.plans.hold(manager, caller, 'meetings.write', planId, version);
      if (row.state !== 'draft') throw new Failure(planErrors.wrongState, { state: row.state });
      if (row.seriesCount === 0) throw new Failure(planErrors.empty, { planId });
      await refuseSecond(manager, planId);
      await manager.query(
        `UPDATE plans SET state = 'submitted', submitted_at = now(), comment = NULL, version = version + 1 WHERE id = $1`,
        [planId],
      );
      await this.audit.record(manager, caller, {
        action: 'plans.submit',
        unitId: row.unitId,
        object: { kind: 'plan', id: planId },
        before: { state: row.state },
        after: { state: 'submitted', lines: row.seriesCount },
      });
      this.letters.submitted();
    });
    return this.plans.find(planId, caller);
  }
}

/** Said before somebody reads it in vain; whoever approves two at once is still refused by the index (HB-7.1). */
async function refuseSecond(manager: EntityManager, planId: string): Promise<void> {
  const [approved] = await manager.query<{ id: string }[]>(
    `SELECT other.id FROM plans own JOIN plans other ON other.unit_id = own.unit_id AND other.year = own.year
       AND other.month IS NOT DISTINCT FROM own.month AND other.beside = own.beside
     WHERE own.id = $1 AND other.state = 'approved' AND other.id IS DISTINCT FROM own.replaces_id`,
    [planId],
  );
  if (approved) throw new Failure(planErrors.periodTaken, { planId: approved.id });
}
