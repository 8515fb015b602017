import type { Caller } from '@diemcau/contracts/core/caller';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { ChoosingService } from '../sign-in/password/choosing.service.js';
import { searchTextOf, sortKeyOf, tidyName } from './names.js';
import { unlessRefused } from './refusals.js';
import { UserNewsService } from './user-news.service.js';

/** What a parent says about themselves. */
export interface NewParent {
  readonly displayName: string;
  readonly userName: string;
  readonly phone: string;
  readonly email?: string | null;
  readonly password: string;
}

/** Somebody about to have an account. */
export interface PreparedParent extends Omit<NewParent, 'password'> {
  readonly id: string;
  readonly unitId: string;
  readonly passwordHash: string;
}

/** Accounts of parents, who make them themselves and choose a password at once. */
@Injectable()
export class ParentsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly choosing: ChoosingService,
    private readonly news: UserNewsService,
  ) {}

  /**
   * Judging and hashing the password take their time: before the transaction, not in it.
   * @param unitId the child's
   * @throws Failure `passwords.tooShort`, `.common`, `.aboutYou`, `.characters`
   */
  async prepare({ password, ...parent }: NewParent, unitId: string): Promise<PreparedParent> {
    const [unit] = await this.database.query<[{ name: string; code: string; provinceId: string }]>(
      'SELECT name, code, province_id AS "provinceId" FROM units WHERE id = $1',
      [unitId],
    );
    const displayName = tidyName(parent.displayName);
    const [mailbox = ''] = parent.email?.split('@') ?? [];
    const about = [displayName, parent.userName, parent.phone, mailbox, unit.name, unit.code];
    const known = about.filter((word) => word !== '');
    const { hash } = await this.choosing.judgeFirst(unit.provinceId, known, password);
    return { ...parent, displayName, id: randomUUID(), unitId, passwordHash: hash };
  }

  async insert(manager: EntityManager, parent: PreparedParent, caller: Caller): Promise<void> {
    const { id, displayName, userName, phone, email = null, unitId, passwordHash } = parent;
    await manager.query(
      `INSERT INTO users (id, user_name, password_hash, display_name, unit_id, state, kind, email, phone, search, sort_name)
       VALUES ($1, $2, $3, $4, $5, 'active', 'parent', $6, $7, $8, $9)`,
      [
        id,
        userName,
        passwordHash,
        displayName,
        unitId,
        email,
        phone,
        searchTextOf(displayName, userName),
        sortKeyOf(displayName),
      ],
    );
    const after = { userName, displayName, kind: 'parent' };
    await this.news.changed(manager, caller, { action: 'users.register', userId: id, unitId, after });
  }

  /** Around the transaction that inserts. @throws Failure `users.userNameTaken`, `.unitClosed` */
  unlessRefused<T>(work: () => Promise<T>): Promise<T> {
    return unlessRefused(work);
  }

  async isStudent(userId: string): Promise<boolean> {
    const [found] = await this.database.query<unknown[]>(
      `SELECT FROM users WHERE id = $1 AND kind = 'student'`,
      [userId],
    );
    return found !== undefined;
  }
}
