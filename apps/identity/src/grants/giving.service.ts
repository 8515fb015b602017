import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { type GiveRole, grantErrors, type GrantRecord } from '@diemcau/contracts/identity/grants';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { userErrors } from '@diemcau/contracts/identity/users';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { beyond, type Reach } from './beyond.js';
import { type GrantRow, grantRows, notOver, toRecord } from './grant-row.js';
import { lastAdminKept } from './last-admin.js';
import { heldUntil } from './lasting.js';
import { RightsService } from './rights.service.js';

interface Place {
  readonly path: string[];
  readonly state: string;
}

/** Gives and takes roles; nobody gives or takes beyond their own (I4). */
@Injectable()
export class GivingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rights: RightsService,
    private readonly audit: AuditService,
  ) {}

  /** @throws Failure `users.notFound`, `units.notFound`, `grants.roleNotFound`, `.beyond`, `.unitClosed`, `.dates` */
  async give(input: GiveRole, caller: Caller): Promise<GrantRecord> {
    const { userId, role, unitId, subtree, validFrom = null, validTo = null } = input;
    // A grant without a beginning begins now.
    const earliestEnd = Math.max(Date.now(), validFrom === null ? 0 : Date.parse(validFrom));
    if (validTo !== null && Date.parse(validTo) <= earliestEnd) throw new Failure(grantErrors.dates);
    return this.database.transaction(async (manager) => {
      const place = await this.placeOf(manager, unitId, caller);
      await this.holdUser(manager, userId, caller);
      const giver = await heldUntil(manager, caller, validTo);
      await this.refuseBeyond(manager, role, { unitPath: place.path, subtree }, giver);
      if (place.state === 'closed') throw new Failure(grantErrors.unitClosed, { unitId });
      const same = await this.sameAs(manager, input);
      if (same) return toRecord(same);

      const id = randomUUID();
      await manager.query(
        `INSERT INTO role_grants (id, user_id, role, unit_id, subtree, valid_from, valid_to, granted_by)
         VALUES ($1, $2, $3, $4, $5, coalesce($6, date_trunc('milliseconds', now())), $7, $8)`,
        [
          id,
          userId,
          role,
          unitId,
          subtree,
          validFrom,
          validTo,
          caller.kind === 'user' ? caller.userId : null,
        ],
      );
      await this.rights.changed(manager, [userId]);
      const after = { userId, role, unitId, subtree, validFrom, validTo };
      const object = { kind: 'grant', id };
      await this.audit.record(manager, caller, { action: 'grants.give', unitId, object, after });
      return this.record(manager, id);
    });
  }

  /** What was lent of the grant ends with it. @throws Failure `grants.notFound`, `.beyond`, `.lastAdmin` */
  async revoke(grantId: string, caller: Caller): Promise<void> {
    await lastAdminKept(() =>
      this.database.transaction(async (manager) => {
        const [grant] = await grantRows(manager, [grantId]);
        if (!grant || !(await this.mayTouch(manager, grant, caller))) {
          throw new Failure(grantErrors.notFound, { grantId });
        }
        if (!(await this.isOwn(manager, grant, caller))) {
          await this.refuseBeyond(
            manager,
            grant.role,
            { unitPath: grant.path, subtree: grant.subtree },
            caller,
          );
        }
        const [ended] = await manager.query<[{ userId: string }[], number]>(
          `UPDATE role_grants SET revoked_at = clock_timestamp(), revoked_by = $2
           WHERE (id = $1 OR delegated_from = $1) AND revoked_at IS NULL RETURNING user_id AS "userId"`,
          [grantId, caller.kind === 'user' ? caller.userId : null],
        );
        if (ended.length === 0) return;
        await this.rights.changed(manager, [...new Set(ended.map(({ userId }) => userId))]);
        const { userId, role, unitId, subtree } = grant;
        const before = { userId, role, unitId, subtree };
        const object = { kind: 'grant', id: grantId };
        await this.audit.record(manager, caller, { action: 'grants.revoke', unitId, object, before });
      }),
    );
  }

  private async record(manager: EntityManager, id: string): Promise<GrantRecord> {
    const [row] = await grantRows(manager, [id]);
    if (!row) throw new Failure(grantErrors.notFound, { grantId: id });
    return toRecord(row);
  }

  /** Held until the transaction ends, so that the unit is not closed meanwhile. */
  private async placeOf(manager: EntityManager, unitId: string, caller: Caller): Promise<Place> {
    const [place] = await manager.query<Place[]>('SELECT path, state FROM units WHERE id = $1 FOR SHARE', [
      unitId,
    ]);
    if (!place || !mayOn(caller, 'grants.give', place.path))
      throw new Failure(unitErrors.notFound, { unitId });
    return place;
  }

  /** Held until the transaction ends, so that the same role is not given twice. */
  private async holdUser(manager: EntityManager, userId: string, caller: Caller): Promise<void> {
    const [user] = await manager.query<{ path: string[] }[]>(
      `SELECT unit.path FROM users u JOIN units unit ON unit.id = u.unit_id
       WHERE u.id = $1 AND u.erased_at IS NULL FOR NO KEY UPDATE OF u`,
      [userId],
    );
    if (!user || !mayOn(caller, 'users.read', user.path)) throw new Failure(userErrors.notFound, { userId });
  }

  private async refuseBeyond(
    manager: EntityManager,
    role: string,
    reach: Reach,
    caller: Caller,
  ): Promise<void> {
    const [found] = await manager.query<{ permissions: Permission[] }[]>(
      'SELECT permissions FROM roles WHERE key = $1 AND (province_id IS NULL OR province_id = $2)',
      [role, reach.unitPath[0]],
    );
    if (!found) throw new Failure(grantErrors.roleNotFound, { role });
    const missing = beyond(caller, found.permissions, reach);
    if (missing.length > 0) throw new Failure(grantErrors.beyond, { missing });
  }

  private async sameAs(manager: EntityManager, input: GiveRole): Promise<GrantRow | undefined> {
    const { userId, role, unitId, subtree, validFrom = null, validTo = null } = input;
    const [same] = await manager.query<{ id: string }[]>(
      `SELECT id FROM role_grants g
       WHERE user_id = $1 AND role = $2 AND unit_id = $3 AND subtree = $4 AND ${notOver} AND delegated_from IS NULL
         AND valid_from <= coalesce($5, clock_timestamp()) AND valid_to IS NOT DISTINCT FROM $6 LIMIT 1`,
      [userId, role, unitId, subtree, validFrom, validTo],
    );
    return same && (await grantRows(manager, [same.id]))[0];
  }

  private async isOwn(manager: EntityManager, grant: GrantRow, caller: Caller): Promise<boolean> {
    if (caller.kind !== 'user') return false;
    if (grant.userId === caller.userId) return true;
    const [lent] = await grantRows(manager, grant.delegatedFrom === null ? [] : [grant.delegatedFrom]);
    return lent?.userId === caller.userId;
  }

  private async mayTouch(manager: EntityManager, grant: GrantRow, caller: Caller): Promise<boolean> {
    return mayOn(caller, 'grants.give', grant.path) || this.isOwn(manager, grant, caller);
  }
}
