import { Failure } from '@diemcau/contracts/core/failure';
import { longestPassword, passwordErrors, type PasswordRules } from '@diemcau/contracts/identity/sign-in';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { InitialSecretsService } from '../../secrets/initial-secrets.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { PasswordsService } from '../../users/passwords.service.js';
import { isCommonPassword } from './common-passwords.js';
import { passwordFault } from './password-rules.js';

interface Person {
  readonly userName: string;
  readonly displayName: string;
  readonly code: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly unitName: string;
  readonly unitCode: string;
  readonly provinceId: string;
  readonly passwordHash: string | null;
}

/** A password that was judged and may be set. */
export interface ChosenPassword {
  readonly hash: string;
}

@Injectable()
export class ChoosingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly settings: SettingsService,
    private readonly passwords: PasswordsService,
    private readonly secrets: InitialSecretsService,
  ) {}

  async rules(userId: string): Promise<PasswordRules> {
    const [user] = await this.database.query<{ provinceId: string }[]>(
      'SELECT province_id AS "provinceId" FROM users WHERE id = $1',
      [userId],
    );
    const { passwordMinLength } = await this.settings.of(user?.provinceId ?? userId);
    return { minLength: passwordMinLength, maxLength: longestPassword };
  }

  /** @throws Failure `passwords.tooShort`, `.common`, `.aboutYou`, `.characters`, `.unchanged` */
  async judge(userId: string, password: string): Promise<ChosenPassword> {
    const [person] = await this.database.query<Person[]>(
      `SELECT u.user_name AS "userName", u.display_name AS "displayName", u.code, u.email, u.phone,
              unit.name AS "unitName", unit.code AS "unitCode", u.province_id AS "provinceId",
              u.password_hash AS "passwordHash"
       FROM users u JOIN units unit ON unit.id = u.unit_id WHERE u.id = $1`,
      [userId],
    );
    if (!person) throw new Failure(passwordErrors.none);
    await this.refuseWeak(person.provinceId, wordsAbout(person), password);
    if (person.passwordHash && (await this.passwords.isRight(password, person.passwordHash))) {
      throw new Failure(passwordErrors.unchanged);
    }
    return { hash: await this.passwords.hash(password) };
  }

  /**
   * For somebody who is about to have an account.
   * @param about what people know about the person: names, telephone, unit
   * @throws Failure `passwords.tooShort`, `.common`, `.aboutYou`, `.characters`
   */
  async judgeFirst(provinceId: string, about: readonly string[], password: string): Promise<ChosenPassword> {
    await this.refuseWeak(provinceId, about, password);
    return { hash: await this.passwords.hash(password) };
  }

  /** Also takes an account up that was invited; initial secrets and links to reset it are worth nothing any more. */
  async set(manager: EntityManager, userId: string, { hash }: ChosenPassword): Promise<void> {
    await manager.query(
      `UPDATE users SET password_hash = $2, state = CASE WHEN state = 'invited' THEN 'active' ELSE state END,
         version = version + 1 WHERE id = $1`,
      [userId, hash],
    );
    await this.secrets.used(manager, userId);
    await manager.query('DELETE FROM password_resets WHERE user_id = $1', [userId]);
  }

  private async refuseWeak(provinceId: string, about: readonly string[], password: string): Promise<void> {
    const { passwordMinLength: minLength } = await this.settings.of(provinceId);
    const fault = passwordFault(password, { minLength, about }, isCommonPassword);
    if (fault) throw new Failure(fault, { minLength });
  }
}

function wordsAbout({ userName, displayName, code, email, phone, unitName, unitCode }: Person): string[] {
  const [mailbox] = email?.split('@') ?? [];
  return [userName, displayName, code, mailbox, phone, unitName, unitCode].filter(
    (word): word is string => typeof word === 'string',
  );
}
