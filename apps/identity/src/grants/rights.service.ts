import type { Caller, Rights } from '@diemcau/contracts/core/caller';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { type GrantView, type RightsVersion, SessionFacts } from '@diemcau/contracts/identity/sessions';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { beyond, type Reach } from './beyond.js';
import { keepBuiltInRoles } from './built-in-roles.js';
import { heldUntil } from './lasting.js';

/** What somebody holds at this moment, and until when at most that stays so. */
export interface HeldRights {
  readonly rights: Rights;
  readonly views: GrantView[];
  /** The next moment at which a grant begins or runs out. */
  readonly until: Date | null;
}

/** As it comes in JSON. */
export interface GrantRow extends GrantView {
  readonly permissions: Permission[];
  readonly validFrom: string;
  readonly validTo: string | null;
}

/**
 * SQL for what {@link RightsService.heldOf} takes: the grants of the user `u`, widest first, as JSON. What somebody lent rests
 * while they are out themselves.
 */
export const heldRows = `
  (SELECT coalesce(json_agg(held), '[]')
   FROM (SELECT g.role, g.unit_id AS "unitId", unit.name AS "unitName", g.subtree, role.permissions,
                g.valid_from AS "validFrom", g.valid_to AS "validTo"
         FROM role_grants g JOIN units unit ON unit.id = g.unit_id JOIN roles role ON role.key = g.role
         WHERE g.user_id = u.id AND g.revoked_at IS NULL AND (g.valid_to IS NULL OR g.valid_to > now())
           AND (g.delegated_from IS NULL OR EXISTS (
             SELECT FROM role_grants own JOIN users lender ON lender.id = own.user_id
             WHERE own.id = g.delegated_from AND lender.state = 'active'))
         ORDER BY cardinality(unit.path), unit.search, g.role
         LIMIT 200) held)`;

/** Most user ids in one fact. */
const perFact = 1000;

/** What people hold, and telling the edges that it changed (I6). */
@Injectable()
export class RightsService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly facts: Facts,
  ) {}

  async onModuleInit(): Promise<void> {
    await keepBuiltInRoles(this.database.manager);
  }

  /** @param manager of the caller's transaction, if there is one */
  async of(userId: string, manager = this.database.manager): Promise<HeldRights> {
    const [row] = await manager.query<{ rows: GrantRow[]; now: Date }[]>(
      `SELECT ${heldRows} AS rows, now() AS now FROM users u WHERE u.id = $1`,
      [userId],
    );
    return this.heldOf(row?.rows ?? [], row?.now ?? new Date());
  }

  /** @param rows of {@link heldRows}. @param now by the database's clock */
  heldOf(rows: readonly GrantRow[], now: Date): HeldRights {
    return heldOf(rows, now);
  }

  /** I4: what of these permissions the caller does not hold over the whole of the reach, and so cannot hand on. */
  beyond(caller: Caller, permissions: readonly Permission[], reach: Reach): Permission[] {
    return beyond(caller, permissions, reach);
  }

  /** I4: who the caller is for what is to go on until then, null for good; what ends before is not theirs to hand on. */
  async until(manager: EntityManager, caller: Caller, end: string | null): Promise<Caller> {
    return heldUntil(manager, caller, end);
  }

  /** Tokens made before are refused from now on, and their sockets closed; to be called in the transaction of the change. */
  async changed(manager: EntityManager, userIds: readonly string[]): Promise<void> {
    for (let at = 0; at < userIds.length; at += perFact) {
      const [users] = await manager.query<[RightsVersion[], number]>(
        `UPDATE users SET rights_version = rights_version + 1, rights_changed_at = clock_timestamp()
         WHERE id = ANY ($1) RETURNING id AS "userId", rights_version AS version`,
        [userIds.slice(at, at + perFact)],
      );
      if (users.length > 0) await this.facts.record(manager, SessionFacts.rightsChanged, { users });
    }
  }

  async changedSince(since: Date): Promise<RightsVersion[]> {
    return this.database.query<RightsVersion[]>(
      `SELECT id AS "userId", rights_version AS version FROM users
       WHERE rights_changed_at >= $1 ORDER BY rights_changed_at DESC LIMIT 100000`,
      [since],
    );
  }
}

function heldOf(rows: readonly GrantRow[], now: Date): HeldRights {
  const dated = rows.map((row) => ({
    ...row,
    validFrom: new Date(row.validFrom),
    validTo: row.validTo === null ? null : new Date(row.validTo),
  }));
  const current = dated.filter(({ validFrom }) => validFrom <= now);
  const bounds = dated.flatMap(({ validFrom, validTo }) =>
    [validFrom, validTo].filter((bound): bound is Date => bound !== null && bound > now),
  );
  const views = current.map(({ role, unitId, unitName, subtree }) => ({ role, unitId, unitName, subtree }));
  return {
    views,
    rights: {
      grants: views.map(({ role, unitId, subtree }) => ({ role, unitId, subtree })),
      roles: Object.fromEntries(current.map(({ role, permissions }) => [role, permissions])),
    },
    until: bounds.length > 0 ? new Date(Math.min(...bounds.map((bound) => bound.getTime()))) : null,
  };
}
