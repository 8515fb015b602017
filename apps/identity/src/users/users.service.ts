import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { CurrentUser, GrantView } from '@diemcau/contracts/identity/sessions';
import { type Person, userErrors } from '@diemcau/contracts/identity/units';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { DataSource, EntityManager, Repository } from 'typeorm';
import { User } from './user.entity.js';

/** What signing in needs to know. */
export type Account = Pick<User, 'id' | 'passwordHash' | 'state'>;

@Injectable()
export class UsersService {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    @InjectDataSource() private readonly database: DataSource,
  ) {}

  /** Whatever the case of the name. */
  async accountNamed(userName: string): Promise<Account | null> {
    return this.users
      .createQueryBuilder('user')
      .where('lower(user.userName COLLATE pg_c_utf8) = lower(:userName COLLATE pg_c_utf8)', { userName })
      .getOne();
  }

  /**
   * Null when the user is gone or may not sign in (any more).
   * @param manager of the caller's transaction: a second connection could wait for ever for one that waits for the first
   */
  async activeUser(userId: string, manager = this.database.manager): Promise<CurrentUser | null> {
    const user = await manager.findOneBy(User, { id: userId, state: 'active' });
    if (!user) return null;
    const { id, userName, displayName } = user;
    return { id, userName, displayName, grants: await this.grantsOf(id, manager) };
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

  /** Those in force now, the widest first. */
  private async grantsOf(userId: string, manager: EntityManager): Promise<GrantView[]> {
    return manager.query<GrantView[]>(
      `SELECT role, unit_id AS "unitId", unit.name AS "unitName", subtree
       FROM role_grants g JOIN units unit ON unit.id = g.unit_id
       WHERE user_id = $1 AND g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now())
       ORDER BY cardinality(unit.path), unit.search, role
       LIMIT 200`,
      [userId],
    );
  }
}
