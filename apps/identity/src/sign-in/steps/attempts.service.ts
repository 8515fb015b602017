import { Failure } from '@diemcau/contracts/core/failure';
import { sessionErrors, type SecondFactorWay } from '@diemcau/contracts/identity/sessions';
import { Statement } from '@diemcau/service/database/statement';
import { currentRequest } from '@diemcau/service/log/request-context';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { UserState } from '@diemcau/contracts/identity/user-views';
import { activeColumns, type ActiveRow } from '../../users/users.service.js';
import { lineOf } from './line.js';
import { raised, type Rule, rules } from './throttle.js';

/** What signing in needs to know of an account. */
export interface Account extends ActiveRow {
  readonly passwordHash: string | null;
  readonly state: UserState;
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
}

interface Taken extends Account {
  readonly taken: boolean;
}

export const hasFactors = `
  EXISTS (SELECT FROM totp_factors f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS "hasTotp",
  EXISTS (SELECT FROM passkeys p WHERE p.user_id = u.id) AS "hasPasskey"`;

/** An attempt counts as failed before it is judged, so that a thousand guesses sent at once are not free. */
const taking = (rule: Rule) => `
  INSERT INTO sign_in_attempts AS known (key, failures, last_at, blocked_until)
  SELECT $1, 1, clock_timestamp(), NULL
  WHERE NOT EXISTS (SELECT FROM sign_in_attempts WHERE key = $2 AND blocked_until > clock_timestamp())
  ON CONFLICT (key) DO UPDATE SET ${raised(rule)}
  WHERE known.blocked_until IS NULL OR known.blocked_until <= clock_timestamp()
  RETURNING key`;

const takeStep = new Statement<{ key: string }>('take step', taking(rules.account));
/** The account is looked up in the same breath, with all that a session of it says. */
const takeNamed = new Statement<Taken>(
  'take named',
  `WITH taken AS (${taking(rules.account)})
   SELECT EXISTS (SELECT FROM taken) AS taken, u.password_hash AS "passwordHash", u.state, ${activeColumns},
          ${hasFactors}
   FROM (VALUES (1)) one LEFT JOIN users u ON lower(u.user_name COLLATE pg_c_utf8) = lower($3 COLLATE pg_c_utf8)`,
);

/** Slows guessing down, by account and by address; nobody is ever locked out for good (NIST SP 800-63B, 5.2.2). */
@Injectable()
export class AttemptsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  static ofName = (userName: string): string => `account ${userName.toLowerCase()}`;
  static ofReset = (account: string): string => `reset ${account.toLowerCase()}`;
  static ofStep = (userId: string): string => `step ${userId}`;

  /**
   * Takes an attempt under the name and gives its account; null when there is none.
   * @throws Failure `sessions.slowDown` with `retryAfterS`
   */
  async named(userName: string): Promise<Account | null> {
    const key = AttemptsService.ofName(userName);
    const [row] = await takeNamed.run(this.database, [key, addressKey(), userName]);
    if (!row?.taken) throw await this.slowDown(key);
    return row.id === null ? null : row;
  }

  /** @throws Failure `sessions.slowDown` with `retryAfterS` */
  async take(key: string): Promise<void> {
    const taken = await takeStep.run(this.database, [key, addressKey()]);
    if (taken.length === 0) throw await this.slowDown(key);
  }

  /** Told after an attempt was judged wrong: many wrong ones from one address slow that address down. */
  async failed(): Promise<void> {
    const key = addressKey();
    if (key === null) return;
    await this.database.query(
      `INSERT INTO sign_in_attempts AS known (key, failures, last_at, blocked_until)
       VALUES ($1, 1, clock_timestamp(), NULL)
       ON CONFLICT (key) DO UPDATE SET ${raised(rules.address)}`,
      [key],
    );
  }

  async forget(key: string): Promise<void> {
    await this.database.query('DELETE FROM sign_in_attempts WHERE key = $1', [key]);
  }

  private async slowDown(key: string): Promise<Failure> {
    const [wait] = await this.database.query<{ seconds: number | null }[]>(
      `SELECT ceil(extract(epoch FROM max(blocked_until) - clock_timestamp()))::int AS seconds
       FROM sign_in_attempts WHERE key = ANY ($1)`,
      [[key, addressKey()]],
    );
    return new Failure(sessionErrors.slowDown, { retryAfterS: Math.max(1, wait?.seconds ?? 1) });
  }
}

function addressKey(): string | null {
  const address = currentRequest()?.address;
  return address ? `@${lineOf(address)}` : null;
}

/** What somebody can answer a second factor with. */
export const waysOf = ({
  hasTotp,
  hasPasskey,
}: Pick<Account, 'hasTotp' | 'hasPasskey'>): SecondFactorWay[] => [
  ...(hasTotp ? (['totp'] as const) : []),
  ...(hasPasskey ? (['passkey'] as const) : []),
  ...(hasTotp || hasPasskey ? (['recoveryCode'] as const) : []),
];
