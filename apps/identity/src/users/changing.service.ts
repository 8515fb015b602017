import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type ChangeProfile,
  type ChangeUser,
  type MoveUser,
  userErrors,
} from '@diemcau/contracts/identity/users';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type HeldUser, holdUsers } from './held-user.js';
import { RightsService } from '../grants/rights.service.js';
import { GuardianshipsService } from '../guardians/guardianships.service.js';
import { endGrants, leaveClasses } from './leaving.js';
import { searchTextOf, sortKeyOf, tidyName } from './names.js';
import { unlessRefused } from './refusals.js';
import { StandingService } from './standing.service.js';
import { UserNewsService } from './user-news.service.js';

type Values = Pick<HeldUser, 'displayName' | 'userName' | 'code' | 'email' | 'phone' | 'birthDate'>;

/** Changes what is known of a person, and where the person belongs. */
@Injectable()
export class ChangingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
    private readonly news: UserNewsService,
    private readonly rights: RightsService,
    private readonly guardianships: GuardianshipsService,
  ) {}

  /** @throws Failure `users.notFound`, `.beyond`, `.changedMeanwhile`, `.codeTaken`, `.userNameTaken` */
  async change({ userId, version, ...given }: ChangeUser, caller: Caller): Promise<void> {
    await unlessRefused(() =>
      this.database.transaction(async (manager) => {
        const user = await this.standing.hold(manager, userId, 'users.write', caller);
        const displayName = tidyName(given.displayName ?? user.displayName);
        await this.write(
          manager,
          user,
          version,
          { ...valuesOf(user), ...stated(given), displayName },
          caller,
        );
      }),
    );
  }

  /** One's own. @throws Failure `users.changedMeanwhile` */
  async changeProfile({ version, phone }: ChangeProfile, caller: Caller): Promise<void> {
    if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
    await this.database.transaction(async (manager) => {
      const [user] = await holdUsers(manager, [caller.userId]);
      if (!user) throw new Failure(userErrors.notFound, { userId: caller.userId });
      await this.write(manager, user, version, { ...valuesOf(user), ...stated({ phone }) }, caller);
    });
  }

  /**
   * Past school years keep their classes.
   * @throws Failure `users.notFound`, `units.notFound`, `users.beyond`, `.changedMeanwhile`, `.unitClosed`, `.otherProvince`
   */
  async move({ userId, version, unitId, grants = 'keep' }: MoveUser, caller: Caller): Promise<void> {
    await unlessRefused(() =>
      this.database.transaction(async (manager) => {
        const place = await this.standing.place(manager, unitId, 'users.write', caller);
        const user = await this.standing.hold(manager, userId, 'users.write', caller);
        if (user.version !== version) {
          throw new Failure(userErrors.changedMeanwhile, { version: user.version });
        }
        if (user.unitId === unitId) return;
        if (place.state === 'closed') throw new Failure(userErrors.unitClosed, { unitId });
        if (place.path[0] !== user.provinceId) throw new Failure(userErrors.otherProvince, { unitId });
        await manager.query('UPDATE users SET unit_id = $2, version = version + 1 WHERE id = $1', [
          userId,
          unitId,
        ]);
        await leaveClasses(manager, userId, user.unitId);
        await this.guardianships.follow(manager, userId);
        if (grants === 'end') {
          await this.rights.changed(manager, await endGrants(manager, userId, user.unitId, caller));
        }
        const before = { unitId: user.unitId };
        await this.news.changed(manager, caller, {
          action: 'users.move',
          userId,
          unitId,
          before,
          after: { unitId, grants },
        });
      }),
    );
  }

  private async write(
    manager: EntityManager,
    user: HeldUser,
    version: number,
    values: Values,
    caller: Caller,
  ): Promise<void> {
    if (user.version !== version) throw new Failure(userErrors.changedMeanwhile, { version: user.version });
    const [before, after] = difference(valuesOf(user), values);
    if (Object.keys(after).length === 0) return;
    const { displayName, userName, code, email, phone, birthDate } = values;
    await manager.query(
      `UPDATE users SET display_name = $2, user_name = $3, code = $4, email = $5, phone = $6, birth_date = $7,
         search = $8, sort_name = $9, version = version + 1 WHERE id = $1`,
      [
        user.id,
        displayName,
        userName,
        code,
        email,
        phone,
        birthDate,
        searchTextOf(displayName, userName, code),
        sortKeyOf(displayName),
      ],
    );
    const note = { action: 'users.change', userId: user.id, unitId: user.unitId, before, after };
    await this.news.changed(manager, caller, note);
  }
}

const valuesOf = ({ displayName, userName, code, email, phone, birthDate }: HeldUser): Values => ({
  displayName,
  userName,
  code,
  email,
  phone,
  birthDate,
});

/** Without what was left out. */
const stated = (given: { readonly [K in keyof Values]?: Values[K] | undefined }): Partial<Values> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** What differs, as it was and as it becomes. */
function difference(before: Values, after: Values): [Partial<Values>, Partial<Values>] {
  const names = (Object.keys(before) as (keyof Values)[]).filter((name) => before[name] !== after[name]);
  const only = (values: Values): Partial<Values> =>
    Object.fromEntries(names.map((name) => [name, values[name]]));
  return [only(before), only(after)];
}
