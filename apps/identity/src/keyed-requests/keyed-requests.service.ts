import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type KeyedAnswer,
  keyedDays,
  keyedErrors,
  type KeyedOutcome,
  type KeyedRequest,
} from '@diemcau/contracts/identity/keyed-requests';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { IdentityConfig } from '../config.js';

interface Row {
  readonly fingerprint: Buffer;
  readonly status: number | null;
  readonly sealedAnswer: Buffer | null;
  readonly isRecent: boolean;
}

/** Longer than any request takes: one that is not answered by then never will be. */
const longestWorkS = 60;
const purpose = 'keyed answer';

/**
 * What was asked under an `Idempotency-Key`, and how it was answered (draft-ietf-httpapi-idempotency-key-header). Answers may
 * hold secrets and names: they are sealed with the client's own key besides ours, and that key is not kept.
 */
@Injectable()
export class KeyedRequestsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly config: IdentityConfig,
    jobs: Jobs,
  ) {
    jobs.every('identity.keyed-requests.purge', '47 * * * *', () => this.purge());
  }

  /** @throws Failure `idempotency.keyReused`, `.underWay`, `.outcomeUnknown` */
  async begin({ key, fingerprint }: KeyedRequest, caller: Caller): Promise<KeyedOutcome> {
    const hash = this.hashOf(key, caller);
    // Of a body that may hold a password: it must not be guessed from what is kept.
    const print = this.boxOf(key).derive('keyed fingerprint', fingerprint);
    const begun = await this.database.query<unknown[]>(
      'INSERT INTO keyed_requests (hash, fingerprint) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING RETURNING hash',
      [hash, print],
    );
    if (begun.length > 0) return { status: null, body: null };
    const [before] = await this.database.query<Row[]>(
      `SELECT fingerprint, status, sealed_answer AS "sealedAnswer",
              begun_at > now() - make_interval(secs => $2) AS "isRecent"
       FROM keyed_requests WHERE hash = $1`,
      [hash, longestWorkS],
    );
    // It was released between the two statements.
    if (!before) throw new Failure(keyedErrors.underWay);
    if (!before.fingerprint.equals(print)) throw new Failure(keyedErrors.keyReused);
    if (before.status === null)
      throw new Failure(before.isRecent ? keyedErrors.underWay : keyedErrors.outcomeUnknown);
    const { status, sealedAnswer } = before;
    return { status, body: sealedAnswer && this.boxOf(key).open(purpose, sealedAnswer) };
  }

  async finish({ key, status, body }: KeyedAnswer, caller: Caller): Promise<void> {
    const sealed = body === null ? null : this.boxOf(key).seal(purpose, body);
    await this.database.query(
      'UPDATE keyed_requests SET status = $2, sealed_answer = $3 WHERE hash = $1 AND status IS NULL',
      [this.hashOf(key, caller), status, sealed],
    );
  }

  /** Nothing was done: the same request may be judged anew. */
  async release(key: string, caller: Caller): Promise<void> {
    await this.database.query('DELETE FROM keyed_requests WHERE hash = $1 AND status IS NULL', [
      this.hashOf(key, caller),
    ]);
  }

  async purge(): Promise<void> {
    await this.database.query(
      'DELETE FROM keyed_requests WHERE begun_at < now() - make_interval(days => $1)',
      [keyedDays],
    );
  }

  private hashOf(key: string, caller: Caller): Buffer {
    return new SecretBox(this.config.secretsKey).derive('keyed request', `${ownerOf(caller)} ${key}`);
  }

  private boxOf(key: string): SecretBox {
    return new SecretBox(`${this.config.secretsKey} ${key}`);
  }
}

function ownerOf(caller: Caller): string {
  if (caller.kind === 'user') return `user ${caller.userId}`;
  if (caller.kind === 'key') return `key ${caller.keyId}`;
  throw new Failure(commonFailures.notAllowed);
}
