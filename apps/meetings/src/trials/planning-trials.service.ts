import { type Caller, mayOn, type ServiceCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { unitErrors, UnitsClient } from '@diemcau/contracts/identity/units';
import { type ChangeTrial, type PlanTrial, trialErrors } from '@diemcau/contracts/meetings/trials';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { TrialsService } from './trials.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const longestMs = 14 * 24 * 3_600_000;

/** Trial windows are planned and changed by who runs them. */
@Injectable()
export class PlanningTrialsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly trials: TrialsService,
    private readonly units: UnitsClient,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `units.notFound`, `.closed`, `common.notAllowed`, `trials.dates`, `.roomUnknown`, `.unitUnknown` */
  async plan(input: PlanTrial, caller: Caller): Promise<string> {
    const { unitId, title, roomId, startsAt, endsAt, requiredMbps, invitedUnitIds } = input;
    const owner = await this.units.find({ unitId }, caller);
    if (!mayOn(caller, 'checks.manage', owner.path)) throw new Failure(commonFailures.notAllowed);
    if (owner.state === 'closed') throw new Failure(unitErrors.closed, { unitId });
    checkDates(startsAt, endsAt);
    const id = randomUUID();
    await this.database.transaction(async (manager) => {
      await this.checkRoom(manager, roomId, owner.path[0]);
      await manager.query(
        `INSERT INTO trials (id, unit_id, unit_path, unit_name, title, room_id, starts_at, ends_at, required_mbps)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, unitId, owner.path, owner.name, title, roomId, startsAt, endsAt, requiredMbps],
      );
      await this.invite(manager, id, invitedUnitIds, owner.path[0]);
      const after = { title, roomId, startsAt, endsAt, requiredMbps, invited: invitedUnitIds.length };
      await this.audit.record(manager, caller, {
        action: 'trials.plan',
        unitId,
        object: { kind: 'trial', id },
        after,
      });
    });
    return id;
  }

  /** @throws Failure `trials.notFound`, `.closed`, `.changedMeanwhile`, `.dates`, `.unitUnknown`, `common.notAllowed` */
  async change({ trialId, version, invitedUnitIds, ...given }: ChangeTrial, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const row = await this.trials.hold(manager, trialId, caller);
      if (row.version !== version) throw new Failure(trialErrors.changedMeanwhile, { version: row.version });
      if (row.state === 'closed') throw new Failure(trialErrors.closed);
      const before = {
        title: row.title,
        startsAt: row.startsAt.toISOString(),
        endsAt: row.endsAt.toISOString(),
      };
      const stated = Object.entries(given).filter(([, value]) => value !== undefined);
      const after = { ...before, ...Object.fromEntries(stated) };
      checkDates(after.startsAt, after.endsAt);
      await manager.query(
        'UPDATE trials SET title = $2, starts_at = $3, ends_at = $4, version = version + 1 WHERE id = $1',
        [trialId, after.title, after.startsAt, after.endsAt],
      );
      if (invitedUnitIds) {
        await manager.query('DELETE FROM trial_units WHERE trial_id = $1 AND unit_id <> ALL ($2)', [
          trialId,
          invitedUnitIds,
        ]);
        await this.invite(manager, trialId, invitedUnitIds, row.unitPath[0]);
      }
      const object = { kind: 'trial', id: trialId };
      const invited = invitedUnitIds && { invited: invitedUnitIds.length };
      await this.audit.record(manager, caller, {
        action: 'trials.change',
        unitId: row.unitId,
        object,
        before,
        after: { ...after, ...invited },
      });
    });
  }

  /** Rooms belong to provinces; everybody of one may be tested in any of them. */
  private async checkRoom(manager: EntityManager, roomId: string, provinceId?: string): Promise<void> {
    const [room] = await manager.query<unknown[]>(
      'SELECT 1 FROM rooms WHERE id = $1 AND owner_unit_path[1] = $2',
      [roomId, provinceId],
    );
    if (!room) throw new Failure(trialErrors.roomUnknown, { roomId });
  }

  private async invite(
    manager: EntityManager,
    trialId: string,
    unitIds: readonly string[],
    provinceId?: string,
  ) {
    const { items } = await this.units.named({ unitIds: [...unitIds] }, itself);
    const known = items.filter(({ state, path }) => state !== 'closed' && path[0] === provinceId);
    if (known.length !== unitIds.length) {
      const unknown = unitIds.filter((unitId) => !known.some(({ id }) => id === unitId));
      throw new Failure(trialErrors.unitUnknown, { unitIds: unknown.slice(0, 20) });
    }
    for (const { id, path, name } of known) {
      await manager.query(
        `INSERT INTO trial_units (trial_id, unit_id, unit_path, unit_name) VALUES ($1, $2, $3, $4)
         ON CONFLICT (trial_id, unit_id) DO NOTHING`,
        [trialId, id, path, name],
      );
    }
  }
}

function checkDates(startsAt: string, endsAt: string): void {
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  if (length <= 0 || length > longestMs) throw new Failure(trialErrors.dates);
}
