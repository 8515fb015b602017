import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { timingSafeEqual } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { initialSecretFrom, typedInitialSecret } from './initial-secret.js';

/** What is printed on a credential slip. */
export interface InitialSecret {
  readonly userId: string;
  readonly secret: string;
  readonly expiresAt: Date;
}

interface SecretRow {
  readonly userId: string;
  readonly nonce: Buffer;
  readonly expiresAt: Date;
}

/** Days until a slip that nobody used is worth nothing. */
const initialSecretDays = 60;

/**
 * The first secret of a new account, or of one whose password was reset: opens nothing but choosing a password. It follows
 * from the user's id, a nonce and the installation's key; it is kept nowhere, so it can be printed again until it is used,
 * and a copy of the database shows none.
 */
@Injectable()
export class InitialSecretsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly box: SecretBox,
  ) {}

  /** New ones; earlier ones of the same people are worth nothing any more. */
  async issue(manager: EntityManager, userIds: readonly string[]): Promise<void> {
    await manager.query(
      `INSERT INTO initial_secrets (user_id, nonce, issued_at, expires_at)
       SELECT id, uuid_send(gen_random_uuid()), now(), now() + make_interval(days => $2) FROM unnest($1::uuid[]) AS id
       ON CONFLICT (user_id) DO UPDATE
       SET nonce = excluded.nonce, issued_at = excluded.issued_at, expires_at = excluded.expires_at`,
      [userIds, initialSecretDays],
    );
  }

  /** Of those who have one that is neither used nor run out, in no particular order. */
  async of(userIds: readonly string[]): Promise<InitialSecret[]> {
    const rows = await this.database.query<SecretRow[]>(
      `SELECT user_id AS "userId", nonce, expires_at AS "expiresAt" FROM initial_secrets
       WHERE user_id = ANY ($1) AND expires_at > now()`,
      [userIds],
    );
    return rows.map((row) => ({ userId: row.userId, secret: this.secretOf(row), expiresAt: row.expiresAt }));
  }

  async isRight(userId: string, typed: string): Promise<boolean> {
    const [known] = await this.of([userId]);
    if (!known) return false;
    const [right, given] = [known.secret, typedInitialSecret(typed)].map((text) => Buffer.from(text));
    return right !== undefined && given?.length === right.length && timingSafeEqual(right, given);
  }

  /** Once a password was chosen. */
  async used(manager: EntityManager, userId: string): Promise<void> {
    await manager.query('DELETE FROM initial_secrets WHERE user_id = $1', [userId]);
  }

  private secretOf({ userId, nonce }: SecretRow): string {
    return initialSecretFrom(this.box.derive('initial secret', `${userId} ${nonce.toString('hex')}`));
  }
}
