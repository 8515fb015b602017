import type { Caller } from '@diemcau/contracts/core/caller';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { searchTextOf, sortKeyOf, tidyName } from './names.js';
import { PasswordsService } from './passwords.service.js';
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
    private readonly passwords: PasswordsService,
    private readonly news: UserNewsService,
  ) {}

  /** Hashing takes its time: before the transaction, not in it. @param unitId the child's */
  async prepare({ password, ...parent }: NewParent, unitId: string): Promise<PreparedParent> {
    const passwordHash = await this.passwords.hash(password);
    return { ...parent, displayName: tidyName(parent.displayName), id: randomUUID(), unitId, passwordHash };
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
