import { Failure } from '@diemcau/contracts/core/failure';
import { type ChildClaim, guardianErrors, guardiansPerCode } from '@diemcau/contracts/identity/guardians';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { minorDataConsent } from './consent-text.js';
import { guardianCodeFailures, typedGuardianCode } from './guardian-code.js';

/** The student somebody knows code and birth date of. */
export interface ClaimedChild {
  readonly studentId: string;
  readonly displayName: string;
  readonly unitId: string;
}

/** Judges what a parent says about the child. */
@Injectable()
export class ClaimsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly box: SecretBox,
  ) {}

  hashOf(code: string): Buffer {
    return this.box.derive('guardian code', typedGuardianCode(code));
  }

  /**
   * Every guess is counted before it is judged, and uncounted when right: guesses at the same moment are no way around it.
   * @throws Failure `guardians.consentOutdated`; `guardians.notRecognised`, whatever of the rest is wrong
   */
  async judge({ code, birthDate, consentVersion }: ChildClaim): Promise<ClaimedChild> {
    if (consentVersion !== minorDataConsent.version) {
      throw new Failure(guardianErrors.consentOutdated, { version: minorDataConsent.version });
    }
    const hash = this.hashOf(code);
    const [counted] = await this.database.query<[{ id: string }[], number]>(
      `UPDATE guardian_codes SET failures = failures + 1
       WHERE hash = $1 AND expires_at > now() AND uses < $2 AND failures < $3 RETURNING student_id AS id`,
      [hash, guardiansPerCode, guardianCodeFailures],
    );
    const [child] = await this.database.query<ClaimedChild[]>(
      `SELECT id AS "studentId", display_name AS "displayName", unit_id AS "unitId" FROM users
       WHERE id = $1 AND birth_date = $2 AND kind = 'student' AND state <> 'disabled' AND erased_at IS NULL`,
      [counted[0]?.id ?? null, birthDate],
    );
    if (!child) throw new Failure(guardianErrors.notRecognised);
    await this.database.query('UPDATE guardian_codes SET failures = failures - 1 WHERE hash = $1', [hash]);
    return child;
  }

  /** The last use of a code goes to one of those who try. @throws Failure `guardians.notRecognised` */
  async redeem(manager: EntityManager, code: string): Promise<void> {
    const [, used] = await manager.query<[unknown[], number]>(
      'UPDATE guardian_codes SET uses = uses + 1 WHERE hash = $1 AND expires_at > now() AND uses < $2',
      [this.hashOf(code), guardiansPerCode],
    );
    if (used === 0) throw new Failure(guardianErrors.notRecognised);
  }
}
