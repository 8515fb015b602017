import { type Caller, grantsOf, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import {
  type ChangeSettings,
  type ProvinceSettings,
  type ProvinceSupport,
  settingsErrors,
  SettingsFacts,
  type SettingsQuery,
} from '@diemcau/contracts/identity/settings';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { SettingsService } from './settings.service.js';
import { changed, type Stored } from './stored.js';

interface Row {
  readonly stored: Stored;
  readonly version: number;
}

/** Settings as the console shows and changes them. */
@Injectable()
export class ChangingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
    private readonly facts: Facts,
  ) {}

  /** @throws Failure `settings.notFound` for a province where the caller holds nothing */
  async read(query: SettingsQuery, caller: Caller): Promise<ProvinceSettings> {
    const provinceId =
      (caller.kind === 'service' && query.provinceId) ||
      (await this.provinceOf(caller, 'settings.read', query.provinceId));
    const [row] = await this.database.query<Row[]>(
      'SELECT stored, version FROM province_settings WHERE province_id = $1',
      [provinceId],
    );
    return this.view(provinceId, row ?? { stored: {}, version: 0 });
  }

  /** @throws Failure `settings.changed` when another change came in between */
  async change(change: ChangeSettings, caller: Caller): Promise<ProvinceSettings> {
    const provinceId = await this.provinceOf(caller, 'settings.write', change.provinceId);
    if (!mayOn(caller, 'settings.write', [provinceId])) throw new Failure(commonFailures.notAllowed);
    const row = await this.database.transaction(async (manager) => {
      const before = await this.hold(manager, provinceId);
      if (before.version !== change.version)
        throw new Failure(settingsErrors.changed, { version: before.version });
      return this.write(manager, provinceId, before, changed(before.stored, change), caller);
    });
    this.settings.forget(provinceId);
    return this.view(provinceId, row);
  }

  async support(): Promise<ProvinceSupport[]> {
    return this.database.query<ProvinceSupport[]>(
      `SELECT unit.name AS province, stored->'support' AS support
       FROM province_settings settings JOIN units unit ON unit.id = settings.province_id
       WHERE jsonb_typeof(stored->'support') = 'object' AND unit.state = 'active'
       ORDER BY unit.search LIMIT 100`,
    );
  }

  private async hold(manager: EntityManager, provinceId: string): Promise<Row> {
    await manager.query('INSERT INTO province_settings (province_id) VALUES ($1) ON CONFLICT DO NOTHING', [
      provinceId,
    ]);
    const [row] = await manager.query<[Row]>(
      'SELECT stored, version FROM province_settings WHERE province_id = $1 FOR UPDATE',
      [provinceId],
    );
    return row;
  }

  private async write(
    manager: EntityManager,
    provinceId: string,
    before: Row,
    stored: Stored,
    caller: Caller,
  ): Promise<Row> {
    const version = before.version + 1;
    await manager.query(
      'UPDATE province_settings SET stored = $2, version = $3, changed_at = now() WHERE province_id = $1',
      [provinceId, JSON.stringify(stored), version],
    );
    await this.audit.record(manager, caller, {
      action: 'settings.change',
      unitId: provinceId,
      object: { kind: 'settings', id: provinceId },
      // What held and holds, so that the entry reads by itself when the defaults of a later release are others.
      before: this.settings.effective(before.stored),
      after: this.settings.effective(stored),
    });
    await this.facts.record(manager, SettingsFacts.changed, { provinceId, version });
    return { stored, version };
  }

  private view(provinceId: string, { stored, version }: Row): ProvinceSettings {
    return { provinceId, version, ...this.settings.effective(stored) };
  }

  /** The wanted one, or that of the widest grant; only where the caller holds the permission somewhere. */
  private async provinceOf(caller: Caller, permission: Permission, wanted?: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }[]>(
      `SELECT province_id AS id FROM units WHERE id = ANY ($1) AND province_id = coalesce($2, province_id)
       ORDER BY cardinality(path), id LIMIT 1`,
      [grantsOf(caller, permission).map(({ unitId }) => unitId), wanted ?? null],
    );
    if (!row) throw new Failure(settingsErrors.notFound);
    return row.id;
  }
}
