import { type Caller, grantsOf, may, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { userErrors } from '@diemcau/contracts/identity/users';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RightsService } from '../grants/rights.service.js';
import { type HeldUser, holdUsers } from './held-user.js';

/** Whose objects the caller may deal with, as SQL takes it: `$1 OR unit.id = ANY ($2) OR unit.path && $3`. */
export type Reach = readonly [everything: boolean, units: readonly string[], trees: readonly string[]];

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly state: string;
  readonly path: readonly string[];
}

interface TargetGrant {
  readonly permissions: Permission[];
  readonly path: string[];
  readonly subtree: boolean;
}

/** Open to the whole province wherever they are held: to hold them elsewhere is not to hold more. */
const provinceWide: ReadonlySet<Permission> = new Set<Permission>(['units.read', 'roster.read']);

/** Who may deal with whom, and where. */
@Injectable()
export class StandingService {
  constructor(private readonly rights: RightsService) {}

  /** @throws Failure `common.signInNeeded`, `common.notAllowed` when the caller holds the permission nowhere */
  reach(caller: Caller, permission: Permission): Reach {
    if (caller.kind === 'service') return [true, [], []];
    if (caller.kind === 'anonymous') throw new Failure(commonFailures.signInNeeded);
    const grants = grantsOf(caller, permission);
    if (grants.length === 0) throw new Failure(commonFailures.notAllowed);
    const idsOf = (some: typeof grants): string[] => some.map(({ unitId }) => unitId);
    return [false, idsOf(grants), idsOf(grants.filter(({ subtree }) => subtree))];
  }

  allows(caller: Caller, permission: Permission, unitPath: readonly string[]): boolean {
    return caller.kind === 'service' || mayOn(caller, permission, unitPath);
  }

  /**
   * The unit, which is not closed until the transaction ends.
   * @throws Failure `units.notFound`, also out of the caller's scope
   */
  async place(
    manager: EntityManager,
    unitId: string,
    permission: Permission,
    caller: Caller,
  ): Promise<Place> {
    const [place] = await manager.query<Place[]>(
      'SELECT id, name, code, state, path FROM units WHERE id = $1 FOR SHARE',
      [unitId],
    );
    if (!place || !this.allows(caller, permission, place.path)) {
      throw new Failure(unitErrors.notFound, { unitId });
    }
    return place;
  }

  /**
   * Somebody whose affairs are dealt with, whatever the person holds.
   * @throws Failure `users.notFound`, also out of the caller's scope
   */
  async see(
    manager: EntityManager,
    userId: string,
    permission: Permission,
    caller: Caller,
  ): Promise<HeldUser> {
    const [user] = await holdUsers(manager, [userId]);
    if (!user || !this.allows(caller, permission, user.path)) {
      throw new Failure(userErrors.notFound, { userId });
    }
    return user;
  }

  /**
   * Somebody to be changed, by nobody else until the transaction ends.
   * @throws Failure `users.notFound`, also out of the caller's scope; `users.beyond`
   */
  async hold(
    manager: EntityManager,
    userId: string,
    permission: Permission,
    caller: Caller,
  ): Promise<HeldUser> {
    const [user] = await this.holdAll(manager, [userId], permission, caller);
    if (!user) throw new Failure(userErrors.notFound, { userId });
    return user;
  }

  /** As {@link hold}; in the order of their ids. */
  async holdAll(
    manager: EntityManager,
    userIds: readonly string[],
    permission: Permission,
    caller: Caller,
  ): Promise<HeldUser[]> {
    const users = await holdUsers(manager, userIds);
    const mine = new Set(
      users.filter(({ path }) => this.allows(caller, permission, path)).map(({ id }) => id),
    );
    const missing = userIds.find((id) => !mine.has(id));
    if (missing !== undefined) throw new Failure(userErrors.notFound, { userId: missing });
    await this.refuseBeyond(manager, userIds, caller);
    return users;
  }

  /**
   * Whoever resets a password or an address could then act as that person: nobody does that to somebody who holds, now or
   * later, what they do not hold themselves (I4).
   * @throws Failure `users.beyond`
   */
  async refuseBeyond(manager: EntityManager, userIds: readonly string[], caller: Caller): Promise<void> {
    if (caller.kind === 'service') return;
    const others = userIds.filter((id) => caller.kind !== 'user' || id !== caller.userId);
    const grants = await manager.query<TargetGrant[]>(
      `SELECT role.permissions, unit.path, g.subtree
       FROM role_grants g JOIN roles role ON role.key = g.role JOIN units unit ON unit.id = g.unit_id
       WHERE g.user_id = ANY ($1) AND g.revoked_at IS NULL AND (g.valid_to IS NULL OR g.valid_to > now())`,
      [others],
    );
    const missing = grants.flatMap(({ permissions, path, subtree }) =>
      this.rights
        .beyond(caller, permissions, { unitPath: path, subtree })
        .filter((permission) => !(provinceWide.has(permission) && may(caller, permission))),
    );
    if (missing.length > 0) throw new Failure(userErrors.beyond, { missing: [...new Set(missing)] });
  }
}
