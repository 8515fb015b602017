import { Failure } from '@diemcau/contracts/core/failure';
import { secondFactorErrors } from '@diemcau/contracts/identity/second-factors';
import { signInErrors, type TotpSetup } from '@diemcau/contracts/identity/sign-in';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { generateSecret, generateURI } from 'otplib';
import { DataSource, type EntityManager } from 'typeorm';
import { stepOf } from './totp.js';

interface FactorRow {
  readonly id: string;
  readonly sealed: Buffer;
  readonly lastStep: string;
}

const issuer = 'Điểm Cầu';

/** One authenticator app for each account (RFC 6238); its secret is sealed, each code is good once. */
@Injectable()
export class TotpService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly box: SecretBox,
  ) {}

  /** A new secret; worth nothing until a code of it was typed. @throws Failure `secondFactors.already` */
  async begin(userId: string): Promise<TotpSetup> {
    const secret = generateSecret();
    const [row] = await this.database.query<{ userName: string }[]>(
      `WITH begun AS (
         INSERT INTO totp_factors AS f (id, user_id, sealed_secret) VALUES ($1, $2, $3)
         ON CONFLICT (user_id) DO UPDATE
         SET id = excluded.id, sealed_secret = excluded.sealed_secret, added_at = now(), last_step = 0
         WHERE f.confirmed_at IS NULL RETURNING user_id)
       SELECT user_name AS "userName" FROM begun JOIN users ON users.id = user_id`,
      [randomUUID(), userId, this.box.seal(purposeOf(userId), secret)],
    );
    if (!row) throw new Failure(secondFactorErrors.already);
    return { secret, uri: generateURI({ issuer, label: row.userName, secret }) };
  }

  /** @returns the factor's id. @throws Failure `signIn.codeWrong` */
  async confirm(manager: EntityManager, userId: string, code: string): Promise<string> {
    const used = await this.use(manager, userId, code, false);
    if (used === null) throw new Failure(signInErrors.codeWrong);
    await manager.query('UPDATE totp_factors SET confirmed_at = now(), added_at = now() WHERE id = $1', [
      used,
    ]);
    return used;
  }

  /** Is it a code of the account's app that was not used before? Then it is used now. */
  async accept(userId: string, code: string): Promise<boolean> {
    return (await this.use(this.database.manager, userId, code, true)) !== null;
  }

  /** Of the same code sent twice at once one is taken. @returns the factor's id */
  private async use(
    manager: EntityManager,
    userId: string,
    code: string,
    confirmed: boolean,
  ): Promise<string | null> {
    const [factor] = await manager.query<FactorRow[]>(
      `SELECT id, sealed_secret AS sealed, last_step AS "lastStep" FROM totp_factors
       WHERE user_id = $1 AND (confirmed_at IS NOT NULL) = $2`,
      [userId, confirmed],
    );
    if (!factor) return null;
    const step = stepOf(code, this.box.open(purposeOf(userId), factor.sealed));
    if (step === null) return null;
    const [used] = await manager.query<[unknown[], number]>(
      `UPDATE totp_factors SET last_step = $2, last_used_at = now() WHERE id = $1 AND last_step < $2 RETURNING id`,
      [factor.id, step],
    );
    return used.length > 0 ? factor.id : null;
  }
}

const purposeOf = (userId: string): string => `totp ${userId}`;
