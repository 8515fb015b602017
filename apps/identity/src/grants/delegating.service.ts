import type { Caller, UserCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { type Delegate, grantErrors, type GrantRecord } from '@diemcau/contracts/identity/grants';
import { userErrors } from '@diemcau/contracts/identity/users';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { type GrantRow, grantRows, toRecord } from './grant-row.js';
import { RightsService } from './rights.service.js';

const longestMs = 92 * 24 * 3_600_000;

/** Lends roles while their holder is absent. What is lent ends with the period, with the grant itself, or when taken back. */
@Injectable()
export class DelegatingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rights: RightsService,
    private readonly audit: AuditService,
  ) {}

  /** @throws Failure `grants.dates`, `grants.notOwn`, `users.notFound` */
  async delegate(input: Delegate, caller: Caller): Promise<GrantRecord[]> {
    if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
    const [from, to] = [Date.parse(input.validFrom), Date.parse(input.validTo)];
    if (to <= from || to <= Date.now() || to - from > longestMs) throw new Failure(grantErrors.dates);
    return this.database.transaction(async (manager) => {
      await this.holdReceiver(manager, input.userId, caller);
      const own = await this.ownGrants(manager, input, caller);
      const ids = await this.lend(manager, own, input, caller);
      await this.rights.changed(manager, [input.userId]);
      const after = { userId: input.userId, validFrom: input.validFrom, validTo: input.validTo };
      for (const { id, unitId } of own) {
        const object = { kind: 'grant', id };
        await this.audit.record(manager, caller, { action: 'grants.delegate', unitId, object, after });
      }
      return (await grantRows(manager, ids)).map(toRecord);
    });
  }

  /** Somebody of the same province who is not oneself. */
  private async holdReceiver(manager: EntityManager, userId: string, caller: UserCaller): Promise<void> {
    const found = await manager.query<unknown[]>(
      `SELECT 1 FROM users WHERE id = $1 AND id <> $2 AND state = 'active' AND kind = 'staff'
         AND province_id = (SELECT province_id FROM users WHERE id = $2) FOR NO KEY UPDATE`,
      [userId, caller.userId],
    );
    if (found.length === 0) throw new Failure(userErrors.notFound, { userId });
  }

  private async ownGrants(
    manager: EntityManager,
    { grantIds, validFrom }: Delegate,
    { userId }: UserCaller,
  ): Promise<GrantRow[]> {
    const held = await manager.query<{ id: string }[]>(
      `SELECT id FROM role_grants WHERE id = ANY ($1) AND user_id = $2 AND revoked_at IS NULL
         AND delegated_from IS NULL AND valid_from <= now() AND (valid_to IS NULL OR valid_to > greatest(now(), $3))
       FOR SHARE`,
      [grantIds, userId, validFrom],
    );
    if (grantIds.length === 0 || held.length < grantIds.length) throw new Failure(grantErrors.notOwn);
    return grantRows(manager, grantIds);
  }

  private async lend(
    manager: EntityManager,
    own: readonly GrantRow[],
    { userId, validFrom, validTo }: Delegate,
    lender: UserCaller,
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `INSERT INTO role_grants (id, user_id, role, unit_id, subtree, valid_from, valid_to, granted_by, delegated_from)
       SELECT gen_random_uuid(), $2, role, unit_id, subtree, $3, least($4, valid_to), $5, id
       FROM role_grants WHERE id = ANY ($1) RETURNING id`,
      [own.map(({ id }) => id), userId, validFrom, validTo, lender.userId],
    );
    return rows.map(({ id }) => id);
  }
}
