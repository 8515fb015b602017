import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type ChangeReminderPolicy,
  reminderErrors,
  type ReminderPolicy,
  type ReminderPolicyQuery,
  type ReminderRule,
} from '@diemcau/contracts/meetings/reminders';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { ProvincesService } from '../calendar/provinces.service.js';
import { defaultRules, orderedRules } from './rules.js';

interface Kept {
  readonly rules: readonly ReminderRule[];
  readonly version: number;
}

/** What a province has decided about reminders. */
@Injectable()
export class PolicyService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly provinces: ProvincesService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `common.notFound` for a province where the caller holds nothing, `calendar.noProvince` */
  async read({ provinceId: wanted }: ReminderPolicyQuery, caller: Caller): Promise<ReminderPolicy> {
    const provinceId = await this.provinces.reading(caller, wanted);
    return view(provinceId, await kept(this.database.manager, provinceId), caller);
  }

  /**
   * Planned reminders are planned anew by the new rules; what was sent stays.
   * @throws Failure `reminders.changed` when another change came in between
   */
  async change(change: ChangeReminderPolicy, caller: Caller): Promise<ReminderPolicy> {
    const provinceId = await this.provinces.configuring(caller, change.provinceId);
    const rules = orderedRules(change.rules);
    const after = await this.database.transaction(async (manager) => {
      await manager.query(
        `SELECT pg_advisory_xact_lock(hashtext('meetings.reminder-policy'), hashtext($1))`,
        [provinceId],
      );
      const before = await kept(manager, provinceId);
      if (before.version !== change.version)
        throw new Failure(reminderErrors.changed, { version: before.version });
      return this.write(manager, provinceId, before, { rules, version: before.version + 1 }, caller);
    });
    return view(provinceId, after, caller);
  }

  private async write(
    manager: EntityManager,
    provinceId: string,
    before: Kept,
    after: Kept,
    caller: Caller,
  ): Promise<Kept> {
    await manager.query(
      `INSERT INTO reminder_policies (province_id, rules, version) VALUES ($1, $2, $3)
       ON CONFLICT (province_id) DO UPDATE SET rules = EXCLUDED.rules, version = EXCLUDED.version`,
      [provinceId, JSON.stringify(after.rules), after.version],
    );
    await manager.query(
      `DELETE FROM reminders reminder USING occurrences occurrence
       WHERE reminder.state = 'planned' AND occurrence.id = reminder.occurrence_id AND occurrence.unit_path[1] = $1`,
      [provinceId],
    );
    await this.audit.record(manager, caller, {
      action: 'reminders.changePolicy',
      unitId: provinceId,
      object: { kind: 'reminderPolicy', id: provinceId },
      before: { rules: before.rules },
      after: { rules: after.rules },
    });
    return after;
  }
}

async function kept(manager: EntityManager, provinceId: string): Promise<Kept> {
  const [row] = await manager.query<Kept[]>(
    'SELECT rules, version FROM reminder_policies WHERE province_id = $1',
    [provinceId],
  );
  return row ?? { rules: defaultRules, version: 0 };
}

const view = (provinceId: string, { rules, version }: Kept, caller: Caller): ReminderPolicy => ({
  provinceId,
  version,
  rules: [...rules],
  changeable: mayOn(caller, 'meetings.configure', [provinceId]),
});
