import { type Caller, grantsOf, mayOn, type ServiceCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import {
  type MeetingType,
  meetingTypeErrors,
  type MeetingTypeList,
  type MeetingTypeRef,
  type SetMeetingType,
} from '@diemcau/contracts/meetings/meeting-types';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { MeetingTypesService } from './meeting-types.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

@Injectable()
export class ChangingTypesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly types: MeetingTypesService,
    private readonly units: UnitsClient,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `meetingTypes.notFound` for a province in which the caller sees no meetings */
  async list(wanted: string | undefined, caller: Caller): Promise<MeetingTypeList> {
    const provinceId = await this.provinceOf(caller, 'meetings.read', wanted);
    return this.view(this.database.manager, provinceId, caller);
  }

  /** @throws Failure `meetingTypes.changedMeanwhile` */
  async set({ provinceId: wanted, ...type }: SetMeetingType, caller: Caller): Promise<MeetingTypeList> {
    const provinceId = await this.configurable(caller, wanted);
    return this.database.transaction(async (manager) => {
      const before = await this.locked(manager, provinceId, type);
      await manager.query(
        `INSERT INTO meeting_types (province_id, kind, name_vi, name_en, duration_min, dispatch_needed, recording,
           checklist, criteria, version, main_site, standby_needed)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (province_id, kind) DO UPDATE SET name_vi = EXCLUDED.name_vi, name_en = EXCLUDED.name_en,
           duration_min = EXCLUDED.duration_min, dispatch_needed = EXCLUDED.dispatch_needed,
           recording = EXCLUDED.recording, checklist = EXCLUDED.checklist, criteria = EXCLUDED.criteria,
           version = EXCLUDED.version, main_site = EXCLUDED.main_site, standby_needed = EXCLUDED.standby_needed`,
        [
          provinceId,
          type.kind,
          type.nameVi,
          type.nameEn,
          type.durationMin,
          type.dispatchNeeded,
          type.recording,
          JSON.stringify(type.checklist),
          JSON.stringify(type.criteria),
          before.version + 1,
          type.mainSite,
          type.standbyNeeded,
        ],
      );
      await this.audit.record(manager, caller, {
        action: 'meetingTypes.set',
        unitId: provinceId,
        object: { kind: 'meetingType', id: type.kind },
        before,
        after: { ...type, version: before.version + 1 },
      });
      return this.view(manager, provinceId, caller);
    });
  }

  async reset({ provinceId: wanted, kind }: MeetingTypeRef, caller: Caller): Promise<MeetingTypeList> {
    const provinceId = await this.configurable(caller, wanted);
    return this.database.transaction(async (manager) => {
      const [, removed] = (await manager.query(
        'DELETE FROM meeting_types WHERE province_id = $1 AND kind = $2',
        [provinceId, kind],
      )) as [unknown, number];
      if (removed > 0) {
        await this.audit.record(manager, caller, {
          action: 'meetingTypes.reset',
          unitId: provinceId,
          object: { kind: 'meetingType', id: kind },
        });
      }
      return this.view(manager, provinceId, caller);
    });
  }

  private async locked(
    manager: EntityManager,
    provinceId: string,
    { kind, version }: MeetingType,
  ): Promise<MeetingType> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('meetings.types'), hashtext($1))`, [
      provinceId,
    ]);
    const before = await this.types.of(manager, [provinceId], kind);
    if (before.version !== version)
      throw new Failure(meetingTypeErrors.changedMeanwhile, { kind, version: before.version });
    return before;
  }

  private async configurable(caller: Caller, wanted: string | undefined): Promise<string> {
    const provinceId = await this.provinceOf(caller, 'meetings.configure', wanted);
    if (!mayOn(caller, 'meetings.configure', [provinceId])) throw new Failure(commonFailures.notAllowed);
    return provinceId;
  }

  private async view(manager: EntityManager, provinceId: string, caller: Caller): Promise<MeetingTypeList> {
    return {
      provinceId,
      items: await this.types.all(manager, provinceId),
      changeable: mayOn(caller, 'meetings.configure', [provinceId]),
    };
  }

  /** The wanted one, or that of the widest grant; only where the caller holds the permission somewhere. */
  private async provinceOf(caller: Caller, permission: Permission, wanted?: string): Promise<string> {
    const unitIds = [...new Set(grantsOf(caller, permission).map(({ unitId }) => unitId))];
    const { items } = await this.units.named({ unitIds: unitIds.slice(0, 1000) }, itself);
    const [widest] = items
      .map(({ path }) => path)
      .filter(([province]) => wanted === undefined || province === wanted)
      .sort((a, b) => a.length - b.length);
    if (!widest?.[0]) throw new Failure(meetingTypeErrors.notFound);
    return widest[0];
  }
}
