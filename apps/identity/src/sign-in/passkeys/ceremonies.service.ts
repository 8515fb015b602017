import { Failure } from '@diemcau/contracts/core/failure';
import { signInErrors } from '@diemcau/contracts/identity/sign-in';
import { hashOf, newToken } from '@diemcau/service/secrets/token';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** What the answer to a ceremony is good for. */
export type Purpose = 'signIn' | 'secondFactor' | 'confirm' | 'add' | 'enrol';

/** A WebAuthn ceremony between its options and its answer. */
export interface Ceremony {
  readonly purpose: Purpose;
  /** Null when any account may answer. */
  readonly userId: string | null;
  /** Hash of the step of signing in that it belongs to. */
  readonly stepHash: Buffer | null;
}

interface Begun extends Ceremony {
  readonly challenge: string;
}

const lifeMinutes = 10;

/** In the database, because the answer may come to another replica. */
@Injectable()
export class CeremoniesService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async begin({ purpose, userId, stepHash }: Ceremony, challenge: string) {
    const token = newToken();
    const [row] = await this.database.query<[{ expiresAt: Date }]>(
      `INSERT INTO passkey_ceremonies (hash, purpose, user_id, step_hash, challenge, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(mins => $6)) RETURNING expires_at AS "expiresAt"`,
      [hashOf(token), purpose, userId, stepHash, challenge, lifeMinutes],
    );
    return { token, expiresAt: row.expiresAt.toISOString() };
  }

  /** Each is answered once, rightly or wrongly. @throws Failure `signIn.challengeOver` */
  async take(token: string, purposes: readonly Purpose[]): Promise<Begun> {
    const [rows] = await this.database.query<[Begun[], number]>(
      `DELETE FROM passkey_ceremonies WHERE hash = $1 AND purpose = ANY ($2) AND expires_at > now()
       RETURNING purpose, user_id AS "userId", step_hash AS "stepHash", challenge`,
      [hashOf(token), purposes],
    );
    const [begun] = rows;
    if (!begun) throw new Failure(signInErrors.challengeOver);
    return begun;
  }
}
