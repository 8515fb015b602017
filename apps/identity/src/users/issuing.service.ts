import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { schoolYearAt } from '@diemcau/contracts/identity/school-year';
import type { SecretSlip, SecretSlips } from '@diemcau/contracts/identity/user-views';
import { userErrors } from '@diemcau/contracts/identity/users';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { InitialSecretsService } from '../secrets/initial-secrets.service.js';
import { unlessRefused } from './refusals.js';
import { RevokingService } from './revoking.service.js';
import { StandingService } from './standing.service.js';
import { UserNewsService } from './user-news.service.js';
import { userColumns, type UserRow, userTables } from './user-rows.js';

/** Hands out initial secrets: the only way to reset a password without the person. */
@Injectable()
export class IssuingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
    private readonly news: UserNewsService,
    private readonly revoking: RevokingService,
    private readonly secrets: InitialSecretsService,
  ) {}

  /**
   * All of them or none; earlier secrets, passwords and sessions of these people end.
   * @throws Failure `users.notFound`, `.beyond`, `.yourself`, `.lastAdmin`, `.wrongState` for somebody locked or disabled
   */
  async issue(userIds: readonly string[], caller: Caller): Promise<SecretSlips> {
    if (caller.kind === 'user' && userIds.includes(caller.userId)) throw new Failure(userErrors.yourself);
    await unlessRefused(() =>
      this.database.transaction(async (manager) => {
        const users = await this.standing.holdAll(manager, userIds, 'users.secrets', caller);
        const shut = users.find(({ state }) => state === 'locked' || state === 'disabled');
        if (shut) throw new Failure(userErrors.wrongState, { userId: shut.id, state: shut.state });
        await manager.query(
          `UPDATE users SET state = 'invited', password_hash = NULL, version = version + 1
           WHERE id = ANY ($1) AND password_hash IS NOT NULL`,
          [userIds],
        );
        await this.revoking.forgetWaysIn(manager, userIds);
        await this.secrets.issue(manager, userIds);
        await this.revoking.putOut(manager, userIds);
        for (const { id: userId, unitId } of users) {
          await this.news.changed(manager, caller, { action: 'users.issueSecret', userId, unitId });
        }
      }),
    );
    return { items: await this.slips(userIds) };
  }

  /** Sorted as the class list is. */
  private async slips(userIds: readonly string[]): Promise<SecretSlip[]> {
    const secrets = new Map((await this.secrets.of(userIds)).map((secret) => [secret.userId, secret]));
    const rows = await this.database.query<UserRow[]>(
      `SELECT ${userColumns('$2')} FROM ${userTables} WHERE u.id = ANY ($1) ORDER BY unit.search, u.sort_name, u.id`,
      [userIds, schoolYearAt(new Date())],
    );
    return rows.flatMap(({ id: userId, displayName, code, unitName, className, userName }) => {
      const known = secrets.get(userId);
      if (!known) return [];
      const { secret, expiresAt } = known;
      return {
        userId,
        displayName,
        code,
        unitName,
        className,
        userName,
        secret,
        expiresAt: expiresAt.toISOString(),
      };
    });
  }
}
