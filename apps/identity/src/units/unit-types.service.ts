import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type ChangeUnitType,
  type DefineUnitType,
  unitTypeErrors,
  type UnitTypeView,
} from '@diemcau/contracts/identity/unit-types';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { keepBuiltInUnitTypes } from './built-in-unit-types.js';
import { scopeOf } from './scope.js';

const columns = `key, province_id AS "provinceId", name_vi AS "nameVi", name_en AS "nameEn", top, under, version`;

/** Types of units: those of every installation, and those that a province defined for itself (SYS-5). */
@Injectable()
export class UnitTypesService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly audit: AuditService,
  ) {}

  async onModuleInit(): Promise<void> {
    await keepBuiltInUnitTypes(this.database.manager);
  }

  async list(caller: Caller): Promise<UnitTypeView[]> {
    return this.visible(this.database.manager, caller);
  }

  /** @throws Failure `units.notFound`, `common.notAllowed`, `unitTypes.notFound` for an unknown type above, `nameTaken` */
  async define({ provinceId, nameVi, nameEn, under }: DefineUnitType, caller: Caller): Promise<UnitTypeView> {
    return this.writing(caller, async (manager) => {
      await this.refuseForeign(manager, provinceId, caller);
      await this.refuseUnknown(manager, under, caller);
      const [type] = await manager.query<[UnitTypeView]>(
        `INSERT INTO unit_types (key, province_id, name_vi, name_en, under) VALUES ($1, $2, $3, $4, $5)
         RETURNING ${columns}`,
        [randomUUID(), provinceId, nameVi, nameEn, under],
      );
      return { action: 'unitTypes.define', type };
    });
  }

  /** @throws Failure `unitTypes.notFound`, `builtIn`, `changed`, `nameTaken`, `common.notAllowed` */
  async change({ key, version, ...looks }: ChangeUnitType, caller: Caller): Promise<UnitTypeView> {
    return this.writing(caller, async (manager) => {
      const before = (await this.visible(manager, caller)).find((type) => type.key === key);
      if (!before) throw new Failure(unitTypeErrors.notFound, { key });
      if (before.provinceId === null) throw new Failure(unitTypeErrors.builtIn, { key });
      await this.refuseForeign(manager, before.provinceId, caller);
      await this.refuseUnknown(manager, looks.under ?? [], caller);
      const { nameVi, nameEn, under } = { ...before, ...looks };
      const [[type]] = await manager.query<[UnitTypeView[], number]>(
        `UPDATE unit_types SET name_vi = $3, name_en = $4, under = $5, version = version + 1
         WHERE key = $1 AND version = $2 RETURNING ${columns}`,
        [key, version, nameVi, nameEn, under],
      );
      if (!type) throw new Failure(unitTypeErrors.changed, { key, version: before.version });
      return { action: 'unitTypes.change', type, before };
    });
  }

  private async visible(manager: EntityManager, caller: Caller): Promise<UnitTypeView[]> {
    const scope = scopeOf(caller);
    return manager.query<UnitTypeView[]>(
      `SELECT ${columns} FROM unit_types
       WHERE province_id IS NULL OR $1::uuid[] IS NULL
         OR province_id IN (SELECT province_id FROM units WHERE id = ANY ($1))
       ORDER BY province_id NULLS FIRST, name_vi, key LIMIT 1000`,
      [scope === 'everything' ? null : scope],
    );
  }

  private async writing(
    caller: Caller,
    write: (manager: EntityManager) => Promise<{ action: string; type: UnitTypeView; before?: UnitTypeView }>,
  ): Promise<UnitTypeView> {
    try {
      return await this.database.transaction(async (manager) => {
        const { action, type, before } = await write(manager);
        await this.audit.record(manager, caller, {
          action,
          unitId: type.provinceId,
          object: { kind: 'unitType', id: type.key },
          ...(before && { before }),
          after: type,
        });
        return type;
      });
    } catch (error) {
      if (error instanceof QueryFailedError && String(error.message).includes('unit_types_name'))
        throw new Failure(unitTypeErrors.nameTaken);
      throw error;
    }
  }

  private async refuseForeign(manager: EntityManager, provinceId: string, caller: Caller): Promise<void> {
    const scope = scopeOf(caller);
    const [province] = await manager.query<unknown[]>(
      `SELECT FROM units WHERE id = $1 AND parent_id IS NULL
         AND ($2::uuid[] IS NULL OR id IN (SELECT province_id FROM units WHERE id = ANY ($2)))`,
      [provinceId, scope === 'everything' ? null : scope],
    );
    if (!province) throw new Failure(unitErrors.notFound, { unitId: provinceId });
    if (caller.kind !== 'service' && !mayOn(caller, 'units.configure', [provinceId]))
      throw new Failure(commonFailures.notAllowed);
  }

  private async refuseUnknown(
    manager: EntityManager,
    keys: readonly string[],
    caller: Caller,
  ): Promise<void> {
    const known = new Set((await this.visible(manager, caller)).map(({ key }) => key));
    const unknown = keys.filter((key) => !known.has(key));
    if (unknown.length > 0) throw new Failure(unitTypeErrors.notFound, { keys: unknown });
  }
}
