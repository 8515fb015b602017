import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { unitErrors, UnitsClient } from '@diemcau/contracts/identity/units';
import {
  type ChangeTrial,
  mostTrialUnits,
  type PlanTrial,
  trialErrors,
} from '@diemcau/contracts/meetings/trials';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { TrialsService } from './trials.service.js';
import { type UnitFound, UnitsWantedService } from './units-wanted.service.js';

const longestMs = 14 * 24 * 3_600_000;

/** Trial windows are planned and changed by who runs them. */
@Injectable()
export class PlanningTrialsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly trials: TrialsService,
    private readonly units: UnitsClient,
    private readonly wanted: UnitsWantedService,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws Failure `units.notFound`, `.closed`, `common.notAllowed`, `trials.dates`, `.roomUnknown`, `.unitUnknown`,
   * `.noneBelow`, `.tooManyUnits`
   */
  async plan(input: PlanTrial, caller: Caller): Promise<string> {
    const { unitId, title, roomId, startsAt, endsAt, requiredMbps, invitedUnitIds, below } = input;
    const owner = await this.units.find({ unitId }, caller);
    if (!mayOn(caller, 'checks.manage', owner.path)) throw new Failure(commonFailures.notAllowed);
    if (owner.state === 'closed') throw new Failure(unitErrors.closed, { unitId });
    checkDates(startsAt, endsAt);
    const id = randomUUID();
    const invited = await this.wanted.find({ unitIds: invitedUnitIds, below }, caller, owner.path[0]);
    await this.database.transaction(async (manager) => {
      await this.checkRoom(manager, roomId, owner.path[0]);
      await manager.query(
        `INSERT INTO trials (id, unit_id, unit_path, unit_name, title, room_id, starts_at, ends_at, required_mbps)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, unitId, owner.path, owner.name, title, roomId, startsAt, endsAt, requiredMbps],
      );
      await invite(manager, id, invited);
      const after = { title, roomId, startsAt, endsAt, requiredMbps, invited: invited.length };
      await this.audit.record(manager, caller, {
        action: 'trials.plan',
        unitId,
        object: { kind: 'trial', id },
        after,
      });
    });
    return id;
  }

  /**
   * @throws Failure `trials.notFound`, `.closed`, `.changedMeanwhile`, `.dates`, `.unitUnknown`, `.noneBelow`,
   * `.tooManyUnits`, `common.notAllowed`
   */
  async change(
    { trialId, version, invitedUnitIds, addedUnitIds, below, ...given }: ChangeTrial,
    caller: Caller,
  ): Promise<void> {
    const { unitPath } = await this.trials.visible(trialId, caller);
    if (!mayOn(caller, 'checks.manage', unitPath)) throw new Failure(commonFailures.notAllowed);
    const unitIds = [...new Set([...(invitedUnitIds ?? []), ...(addedUnitIds ?? [])])];
    const invited = await this.wanted.find({ unitIds, below }, caller, unitPath[0]);
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
      if (invitedUnitIds) await keepOnly(manager, trialId, invited);
      await invite(manager, trialId, invited);
      const object = { kind: 'trial', id: trialId };
      const units = invitedUnitIds ? { invited: invited.length } : { added: invited.length };
      await this.audit.record(manager, caller, {
        action: 'trials.change',
        unitId: row.unitId,
        object,
        before,
        after: { ...after, ...units },
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
}

/** Who is invited already stays as it is. @throws Failure `trials.tooManyUnits` */
async function invite(manager: EntityManager, trialId: string, units: readonly UnitFound[]): Promise<void> {
  const rows = units.map(({ id, path, name }) => ({ id, path, name }));
  await manager.query(
    `INSERT INTO trial_units (trial_id, unit_id, unit_path, unit_name)
     SELECT $1, id, path, name FROM jsonb_to_recordset($2) AS u (id uuid, path uuid[], name text)
     ON CONFLICT (trial_id, unit_id) DO NOTHING`,
    [trialId, JSON.stringify(rows)],
  );
  const [{ invited } = { invited: 0 }] = await manager.query<{ invited: number }[]>(
    'SELECT count(*)::int AS invited FROM trial_units WHERE trial_id = $1',
    [trialId],
  );
  if (invited > mostTrialUnits) throw new Failure(trialErrors.tooManyUnits);
}

async function keepOnly(manager: EntityManager, trialId: string, units: readonly UnitFound[]): Promise<void> {
  await manager.query('DELETE FROM trial_units WHERE trial_id = $1 AND unit_id <> ALL ($2)', [
    trialId,
    units.map(({ id }) => id),
  ]);
}

function checkDates(startsAt: string, endsAt: string): void {
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  if (length <= 0 || length > longestMs) throw new Failure(trialErrors.dates);
}
