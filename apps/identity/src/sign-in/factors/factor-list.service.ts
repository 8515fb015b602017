import type { UserCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type SecondFactor,
  secondFactorErrors,
  type SecondFactorKind,
  type SecondFactorList,
} from '@diemcau/contracts/identity/second-factors';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SettingsService } from '../../settings/settings.service.js';
import { UsersService } from '../../users/users.service.js';
import { demandsSecondFactor } from '../steps/policy.js';
import { RecoveryCodesService } from './recovery-codes.service.js';

interface Row {
  readonly id: string;
  readonly kind: SecondFactorKind;
  readonly name: string | null;
  readonly addedAt: Date;
  readonly lastUsedAt: Date | null;
  readonly synced: boolean | null;
}

const toDto = ({ addedAt, lastUsedAt, ...rest }: Row): SecondFactor => ({
  ...rest,
  addedAt: addedAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

/** Which second factors an account has, and whether it must have one. */
@Injectable()
export class FactorListService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly codes: RecoveryCodesService,
    private readonly users: UsersService,
    private readonly settings: SettingsService,
  ) {}

  async of(userId: string, confirmedUntil: Date | null): Promise<SecondFactorList> {
    const rows = await this.database.query<Row[]>(
      `SELECT id, 'totp' AS kind, NULL AS name, added_at AS "addedAt", last_used_at AS "lastUsedAt",
              NULL::boolean AS synced
       FROM totp_factors WHERE user_id = $1 AND confirmed_at IS NOT NULL
       UNION ALL
       SELECT id, 'passkey', name, added_at, last_used_at, synced FROM passkeys WHERE user_id = $1
       ORDER BY "addedAt", id LIMIT 50`,
      [userId],
    );
    return {
      items: rows.map(toDto),
      recoveryCodesLeft: await this.codes.left(userId),
      required: await this.isRequired(userId),
      confirmedUntil: confirmedUntil?.toISOString() ?? null,
    };
  }

  /** @throws Failure `secondFactors.lastRequired` */
  async refuseLast(caller: UserCaller, count: number): Promise<void> {
    if (count === 1 && (await this.isRequired(caller.userId))) {
      throw new Failure(secondFactorErrors.lastRequired);
    }
  }

  private async isRequired(userId: string): Promise<boolean> {
    const user = await this.users.activeUser(userId);
    if (!user) return false;
    const { requireSecondFactor } = await this.settings.of(user.view.provinceId);
    return demandsSecondFactor(requireSecondFactor, user.view.permissions);
  }
}
