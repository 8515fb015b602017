import { Failure } from '@diemcau/contracts/core/failure';
import type { SignInWay } from '@diemcau/contracts/identity/sessions';
import { signInErrors } from '@diemcau/contracts/identity/sign-in';
import { hashOf, newToken } from '@diemcau/service/secrets/token';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { NextStep } from './next-step.js';

/** A step of signing in that waits for its answer. */
export interface Step {
  readonly userId: string;
  readonly way: SignInWay;
  readonly initial: boolean;
  readonly proven: boolean;
}
export type StepKind = Exclude<NextStep, 'open'>;

/** Minutes for one step. */
const lifeMinutes = 10;

/** The tokens between a right password and a session: random, kept as hashes, good for one step of one account. */
@Injectable()
export class ChallengesService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async issue(kind: StepKind, step: Step): Promise<{ token: string; expiresAt: string }> {
    const token = newToken();
    const [row] = await this.database.query<[{ expiresAt: Date }]>(
      `INSERT INTO sign_in_challenges (hash, user_id, kind, way, initial, proven, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => $7)) RETURNING expires_at AS "expiresAt"`,
      [hashOf(token), step.userId, kind, step.way, step.initial, step.proven, lifeMinutes],
    );
    return { token, expiresAt: row.expiresAt.toISOString() };
  }

  /** @throws Failure `signIn.challengeOver` when the token of this hash is unknown, used, run out, or of another kind of step */
  async find(hash: Buffer, kind: StepKind): Promise<Step> {
    const [step] = await this.database.query<Step[]>(
      `SELECT user_id AS "userId", way, initial, proven FROM sign_in_challenges
       WHERE hash = $1 AND kind = $2 AND expires_at > now()`,
      [hash, kind],
    );
    if (!step) throw new Failure(signInErrors.challengeOver);
    return step;
  }

  /** Of several right answers at once one is taken. @throws Failure `signIn.challengeOver` */
  async use(hash: Buffer, manager = this.database.manager): Promise<void> {
    const [used] = await manager.query<[unknown[], number]>(
      'DELETE FROM sign_in_challenges WHERE hash = $1 RETURNING hash',
      [hash],
    );
    if (used.length === 0) throw new Failure(signInErrors.challengeOver);
  }
}
