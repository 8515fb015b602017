import type { Caller, UserCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type FactorAdded,
  secondFactorErrors,
  type SecondFactorKind,
} from '@diemcau/contracts/identity/second-factors';
import { signInErrors } from '@diemcau/contracts/identity/sign-in';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AddingPasskeysService, type NewPasskey } from '../passkeys/adding.service.js';
import { TellingService } from '../telling.service.js';
import { TotpService } from '../totp/totp.service.js';
import { RecoveryCodesService } from './recovery-codes.service.js';

/** Adding and removing second factors, with what comes with the first and goes with the last. */
@Injectable()
export class FactorsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly totp: TotpService,
    private readonly adding: AddingPasskeysService,
    private readonly codes: RecoveryCodesService,
    private readonly telling: TellingService,
  ) {}

  /** @throws Failure `signIn.codeWrong` */
  async addTotp(userId: string, code: string, caller: Caller): Promise<FactorAdded> {
    return this.add(userId, caller, 'totp', (manager) => this.totp.confirm(manager, userId, code));
  }

  async addPasskey(passkey: NewPasskey, name: string, caller: Caller): Promise<FactorAdded> {
    return this.add(passkey.userId, caller, 'passkey', (manager) => this.adding.keep(manager, passkey, name));
  }

  /** @throws Failure `secondFactors.notFound` */
  async rename(factorId: string, name: string, { userId }: UserCaller): Promise<void> {
    const [rows] = await this.database.query<[unknown[], number]>(
      'UPDATE passkeys SET name = $3 WHERE id = $1 AND user_id = $2 RETURNING id',
      [factorId, userId, name],
    );
    if (rows.length === 0) throw new Failure(secondFactorErrors.notFound);
  }

  /** @throws Failure `signIn.wayNotThere` for who has no second factor */
  async renewCodes(caller: UserCaller): Promise<string[]> {
    const { userId } = caller;
    return this.database.transaction(async (manager) => {
      if ((await this.count(manager, userId)) === 0) throw new Failure(signInErrors.wayNotThere);
      const codes = await this.codes.renew(manager, userId);
      const told = { action: 'secondFactors.renewCodes', after: { codes: codes.length } };
      await this.telling.factor(manager, caller, userId, told);
      return codes;
    });
  }

  /** @throws Failure `secondFactors.notFound` */
  async remove(manager: EntityManager, userId: string, factorId: string, caller: Caller): Promise<void> {
    const kind = (await this.drop(manager, userId, factorId, 'totp_factors'))
      ? 'totp'
      : (await this.drop(manager, userId, factorId, 'passkeys'))
        ? 'passkey'
        : null;
    if (!kind) throw new Failure(secondFactorErrors.notFound);
    if ((await this.count(manager, userId)) === 0) await this.codes.forget(manager, userId);
    await this.telling.factor(manager, caller, userId, {
      action: 'secondFactors.remove',
      after: { kind, factorId },
    });
  }

  async count(manager: EntityManager, userId: string): Promise<number> {
    const [row] = await manager.query<[{ count: number }]>(
      `SELECT (SELECT count(*) FROM totp_factors WHERE user_id = $1 AND confirmed_at IS NOT NULL)::int
            + (SELECT count(*) FROM passkeys WHERE user_id = $1)::int AS count`,
      [userId],
    );
    return row.count;
  }

  private async add(
    userId: string,
    caller: Caller,
    kind: SecondFactorKind,
    keep: (manager: EntityManager) => Promise<string>,
  ): Promise<FactorAdded> {
    return this.database.transaction(async (manager) => {
      const id = await keep(manager);
      const first = (await this.count(manager, userId)) === 1;
      const recoveryCodes = first ? await this.codes.renew(manager, userId) : null;
      await this.telling.factor(manager, caller, userId, {
        action: 'secondFactors.add',
        after: { kind, factorId: id },
      });
      return { id, recoveryCodes };
    });
  }

  private async drop(
    manager: EntityManager,
    userId: string,
    factorId: string,
    table: 'totp_factors' | 'passkeys',
  ): Promise<boolean> {
    const [rows] = await manager.query<[unknown[], number]>(
      `DELETE FROM ${table} WHERE id = $1 AND user_id = $2 RETURNING id`,
      [factorId, userId],
    );
    return rows.length > 0;
  }
}
