import { type Caller, mayOn, type Rights } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import type { Person } from '@diemcau/contracts/identity/user-views';
import { userErrors } from '@diemcau/contracts/identity/users';
import { Statement } from '@diemcau/service/database/statement';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type GrantRow, heldRows, RightsService } from '../grants/rights.service.js';
import type { User } from './user.entity.js';

/** Somebody who may be signed in at this moment. */
export interface ActiveUser {
  readonly view: CurrentUser;
  readonly rights: Rights;
  readonly rightsVersion: number;
  /** When the rights change by themselves; null when they do not. */
  readonly rightsUntil: Date | null;
}

/** Somebody and what they hold, read in one go: {@link activeColumns}. */
export interface ActiveRow extends Pick<
  User,
  'id' | 'userName' | 'displayName' | 'unitId' | 'provinceId' | 'rightsVersion'
> {
  readonly held: GrantRow[];
  readonly now: Date;
}

/** Of the user `u`, for {@link UsersService.activeOf}. */
export const activeColumns = `u.id, u.user_name AS "userName", u.display_name AS "displayName",
  u.unit_id AS "unitId", u.province_id AS "provinceId", u.rights_version AS "rightsVersion",
  ${heldRows} AS held, now() AS now`;

const active = new Statement<ActiveRow>(
  'active user',
  `SELECT ${activeColumns} FROM users u WHERE u.id = $1 AND u.state = 'active'`,
);

@Injectable()
export class UsersService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rights: RightsService,
  ) {}

  /**
   * Null when the user is gone or may not sign in (any more).
   * @param manager of the caller's transaction: a second connection could wait for ever for one that waits for the first
   */
  async activeUser(userId: string, manager = this.database.manager): Promise<ActiveUser | null> {
    const [user] =
      manager === this.database.manager
        ? await active.run(this.database, [userId])
        : await manager.query<ActiveRow[]>(active.text, [userId]);
    return user ? this.activeOf(user) : null;
  }

  /** Somebody who may be signed in, as was just read. */
  activeOf({
    id,
    userName,
    displayName,
    unitId,
    provinceId,
    rightsVersion,
    held,
    now,
  }: ActiveRow): ActiveUser {
    const { rights, views, until } = this.rights.heldOf(held, now);
    const permissions = [...new Set(Object.values(rights.roles).flat())];
    return {
      view: { id, userName, displayName, unitId, provinceId, grants: views, permissions },
      rights,
      rightsVersion,
      rightsUntil: until,
    };
  }

  /** @throws Failure `users.notFound`, also for somebody outside the caller's scope */
  async find(userId: string, caller: Caller): Promise<Person> {
    const [found] = await this.database.query<(Person & { path: string[] })[]>(
      `SELECT u.id, u.display_name AS "displayName", u.unit_id AS "unitId", unit.name AS "unitName", unit.path
       FROM users u JOIN units unit ON unit.id = u.unit_id
       WHERE u.id = $1`,
      [userId],
    );
    if (!found || !this.mayRead(userId, found.path, caller))
      throw new Failure(userErrors.notFound, { userId });
    const { path: _path, ...person } = found;
    return person;
  }

  private mayRead(userId: string, unitPath: readonly string[], caller: Caller): boolean {
    if (caller.kind === 'service') return true;
    return (caller.kind === 'user' && caller.userId === userId) || mayOn(caller, 'users.read', unitPath);
  }
}
