import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { type CreateUser, userErrors, type UserNameWish } from '@diemcau/contracts/identity/users';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { searchTextOf, sortKeyOf, tidyName } from './names.js';
import { unlessRefused } from './refusals.js';
import { type Place, StandingService } from './standing.service.js';
import { UserNewsService } from './user-news.service.js';
import { freeUserName, userNameOf } from './user-names.js';

/** The unique index decides who gets a name; whoever loses it to an import tries the next one this often. */
const tries = 5;

/** Makes accounts one by one; many at once come from spreadsheets. */
@Injectable()
export class MakingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
    private readonly news: UserNewsService,
  ) {}

  /**
   * Somebody invited: an initial secret is issued apart.
   * @returns the id
   * @throws Failure `units.notFound`, `users.codeTaken`, `.userNameTaken`, `.unitClosed`
   */
  async create(input: CreateUser, caller: Caller): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await unlessRefused(() => this.tryCreate(input, caller));
      } catch (error) {
        const lostARace = error instanceof Failure && error.is(userErrors.userNameTaken);
        if (!lostARace || input.userName !== undefined || attempt === tries) throw error;
      }
    }
  }

  /** Free at this moment. @throws Failure `units.notFound` */
  async propose({ displayName, unitId }: UserNameWish, caller: Caller): Promise<string> {
    const { manager } = this.database;
    return this.freeName(
      manager,
      displayName,
      await this.standing.place(manager, unitId, 'users.write', caller),
    );
  }

  private async tryCreate(input: CreateUser, caller: Caller): Promise<string> {
    const displayName = tidyName(input.displayName);
    const { unitId, kind, code = null, email = null, phone = null, birthDate = null } = input;
    return this.database.transaction(async (manager) => {
      const place = await this.standing.place(manager, unitId, 'users.write', caller);
      if (place.state === 'closed') throw new Failure(userErrors.unitClosed, { unitId });
      const userName = input.userName ?? (await this.freeName(manager, displayName, place));
      const id = randomUUID();
      await manager.query(
        `INSERT INTO users (id, user_name, display_name, unit_id, state, kind, code, email, phone, birth_date, search, sort_name)
         VALUES ($1, $2, $3, $4, 'invited', $5, $6, $7, $8, $9, $10, $11)`,
        [
          id,
          userName,
          displayName,
          unitId,
          kind,
          code,
          email,
          phone,
          birthDate,
          searchTextOf(displayName, userName, code),
          sortKeyOf(displayName),
        ],
      );
      const after = { userName, displayName, kind, code };
      await this.news.changed(manager, caller, { action: 'users.create', userId: id, unitId, after });
      return id;
    });
  }

  private async freeName(manager: EntityManager, displayName: string, place: Place): Promise<string> {
    const first = userNameOf(displayName, place.code);
    // Makers of namesakes wait for each other instead of taking the same name and losing it.
    await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`user name ${first}`]);
    const [own = '', unit = ''] = first.split('.');
    const rows = await manager.query<{ name: string }[]>(
      `SELECT lower(user_name COLLATE pg_c_utf8) AS name FROM users
       WHERE lower(user_name COLLATE pg_c_utf8) LIKE $1 AND lower(user_name COLLATE pg_c_utf8) LIKE $2`,
      [`${own}%`, `%${unit}`],
    );
    const taken = new Set(rows.map(({ name }) => name));
    return freeUserName(first, (name) => taken.has(name));
  }
}
