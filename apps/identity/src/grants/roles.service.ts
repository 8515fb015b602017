import { type Caller, grantsOf, mayOnAllOf } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type ChangeRole,
  type DefineRole,
  grantErrors,
  type RoleView,
} from '@diemcau/contracts/identity/grants';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { beyond } from './beyond.js';
import { RightsService } from './rights.service.js';
import { Role } from './role.entity.js';

/** Roles as data: the built-in ones, and those that a province defines for itself. */
@Injectable()
export class RolesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rights: RightsService,
    private readonly audit: AuditService,
  ) {}

  async list(caller: Caller): Promise<RoleView[]> {
    const provinces = await this.provincesOf(caller);
    return this.database.query<RoleView[]>(
      `SELECT role.key, role.name_vi AS "nameVi", role.name_en AS "nameEn", role.permissions,
              role.province_id IS NULL AS "builtIn", role.version,
              (SELECT count(DISTINCT g.user_id)::int FROM role_grants g JOIN units unit ON unit.id = g.unit_id
               WHERE g.role = role.key AND unit.province_id = ANY ($1) AND g.revoked_at IS NULL
                 AND g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now())) AS holders
       FROM roles role WHERE province_id IS NULL OR province_id = ANY ($1)
       ORDER BY province_id IS NOT NULL, cardinality(permissions) DESC, name_vi, key LIMIT 500`,
      [provinces],
    );
  }

  /** @throws Failure `common.notAllowed`, `grants.beyond` */
  async define(input: DefineRole, caller: Caller): Promise<RoleView> {
    const province = await this.definingIn(caller);
    refuseBeyond(caller, input, province);
    return this.database.transaction(async (manager) => {
      const { nameVi, nameEn, permissions } = input;
      const role = manager.create(Role, {
        key: randomUUID(),
        provinceId: province,
        nameVi,
        nameEn,
        permissions,
      });
      await manager.insert(Role, role);
      await this.note(manager, caller, 'define', role, { after: { nameVi, nameEn, permissions } });
      return toView(role, 0);
    });
  }

  /** @throws Failure `grants.roleNotFound`, `grants.builtIn`, `grants.changedMeanwhile`, `grants.beyond` */
  async change({ key, version, nameVi, nameEn, permissions }: ChangeRole, caller: Caller): Promise<RoleView> {
    return this.database.transaction(async (manager) => {
      const role = await this.own(manager, key, caller);
      // Whoever may not give the role as it is, or as it becomes, may not change it either.
      refuseBeyond(caller, role, role.provinceId);
      refuseBeyond(caller, { permissions }, role.provinceId);
      if (role.version !== version)
        throw new Failure(grantErrors.changedMeanwhile, { version: role.version });
      const before = { nameVi: role.nameVi, nameEn: role.nameEn, permissions: role.permissions };
      await manager.save(Role, Object.assign(role, { nameVi, nameEn, permissions }));
      const holders = await holdersOf(manager, key);
      await this.rights.changed(manager, holders);
      await this.note(manager, caller, 'change', role, { before, after: { nameVi, nameEn, permissions } });
      return toView(role, holders.length);
    });
  }

  /** @throws Failure `grants.roleNotFound`, `grants.builtIn`, `grants.roleInUse` */
  async remove(key: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const role = await this.own(manager, key, caller);
      const { nameVi, nameEn, permissions } = role;
      const used = await manager.query<unknown[]>('SELECT 1 FROM role_grants WHERE role = $1 LIMIT 1', [key]);
      if (used.length > 0) throw new Failure(grantErrors.roleInUse, { key });
      await this.note(manager, caller, 'remove', role, { before: { nameVi, nameEn, permissions } });
      await manager.delete(Role, { key });
    });
  }

  private async own(manager: EntityManager, key: string, caller: Caller): Promise<OwnRole> {
    const role = await manager.findOne(Role, { where: { key }, lock: { mode: 'pessimistic_write' } });
    if (role && role.provinceId === null) throw new Failure(grantErrors.builtIn, { key });
    if (!role?.provinceId || !mayOnAllOf(caller, 'roles.define', [role.provinceId])) {
      throw new Failure(grantErrors.roleNotFound, { key });
    }
    return Object.assign(role, { provinceId: role.provinceId });
  }

  /** The one province whose roles the caller keeps. */
  private async definingIn(caller: Caller): Promise<string> {
    const ids = grantsOf(caller, 'roles.define').map(({ unitId }) => unitId);
    const [province] = await this.database.query<{ id: string }[]>(
      'SELECT id FROM units WHERE id = ANY ($1) AND parent_id IS NULL ORDER BY id LIMIT 1',
      [ids],
    );
    if (!province) throw new Failure(commonFailures.notAllowed);
    return province.id;
  }

  private async provincesOf(caller: Caller): Promise<string[]> {
    const ids = grantsOf(caller, 'units.read').map(({ unitId }) => unitId);
    const rows = await this.database.query<{ id: string }[]>(
      'SELECT DISTINCT province_id AS id FROM units WHERE id = ANY ($1)',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  private async note(
    manager: EntityManager,
    caller: Caller,
    verb: 'define' | 'change' | 'remove',
    { key, provinceId: unitId }: Role,
    values: { before?: object; after?: object },
  ): Promise<void> {
    const object = { kind: 'role', id: key };
    await this.audit.record(manager, caller, { action: `roles.${verb}`, unitId, object, ...values });
  }
}

type OwnRole = Role & { provinceId: string };

function refuseBeyond(caller: Caller, { permissions }: Pick<Role, 'permissions'>, province: string): void {
  const missing = beyond(caller, permissions, { unitPath: [province], subtree: true });
  if (missing.length > 0) throw new Failure(grantErrors.beyond, { missing });
}

async function holdersOf(manager: EntityManager, key: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT user_id AS id FROM role_grants
     WHERE role = $1 AND revoked_at IS NULL AND (valid_to IS NULL OR valid_to > now())`,
    [key],
  );
  return rows.map(({ id }) => id);
}

const toView = ({ key, nameVi, nameEn, permissions, version }: Role, holders: number): RoleView => ({
  key,
  nameVi,
  nameEn,
  permissions,
  builtIn: false,
  holders,
  version,
});
