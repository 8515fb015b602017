import { Failure } from '@diemcau/contracts/core/failure';
import { type Challenge, sessionErrors, type SignInStep } from '@diemcau/contracts/identity/sessions';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SessionsService } from '../../sessions/sessions.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { UsersService } from '../../users/users.service.js';
import { type Account, hasFactors, waysOf } from './attempts.service.js';
import { ChallengesService, type Step, type StepKind } from './challenges.service.js';
import { nextStep } from './next-step.js';
import { demandsSecondFactor } from './policy.js';

/** The account's second factors. */
export type Factors = Pick<Account, 'hasTotp' | 'hasPasskey'>;

interface Extras {
  /** As it was when the step began; read anew unless given. */
  readonly account?: Account;
  /** Key of the failed attempts that a session makes forgotten. */
  readonly attempts?: string;
  readonly recoveryCodes?: string[] | null;
}

/** Opens a session, or says what is missing. */
@Injectable()
export class ContinuingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly challenges: ChallengesService,
    private readonly settings: SettingsService,
  ) {}

  /** @throws Failure `sessions.locked` when the account may not sign in (any more) */
  async from(step: Step, { account, attempts, recoveryCodes = null }: Extras = {}): Promise<SignInStep> {
    const held = account ?? (await this.factorsOf(step.userId));
    const hasFactor = held.hasTotp || held.hasPasskey;
    const early = nextStep({ ...step, hasFactor, required: false });
    if (early !== 'open') {
      return { tokens: null, challenge: await this.challenge(early, step, held), recoveryCodes };
    }
    // Rights that change meanwhile make the token's version an old one; a session is opened for active accounts only.
    const user = account ? this.users.activeOf(account) : await this.users.activeUser(step.userId);
    if (!user) throw new Failure(sessionErrors.locked);
    const { requireSecondFactor } = await this.settings.of(user.view.provinceId);
    const required = demandsSecondFactor(requireSecondFactor, user.view.permissions);
    const next = nextStep({ ...step, hasFactor, required });
    if (next !== 'open') {
      return { tokens: null, challenge: await this.challenge(next, step, held), recoveryCodes };
    }
    const tokens = await this.sessions.open(user, step.way, attempts === undefined ? [] : [attempts]);
    return { tokens, challenge: null, recoveryCodes };
  }

  async factorsOf(userId: string): Promise<Factors> {
    const [row] = await this.database.query<Factors[]>(`SELECT ${hasFactors} FROM users u WHERE u.id = $1`, [
      userId,
    ]);
    return row ?? { hasTotp: false, hasPasskey: false };
  }

  private async challenge(next: StepKind, step: Step, factors: Factors): Promise<Challenge> {
    const issued = await this.challenges.issue(next, step);
    const kind = next === 'secondFactor' ? (factors.hasTotp ? 'totp' : 'passkey') : next;
    return {
      kind,
      ...issued,
      ways: next === 'secondFactor' ? waysOf(factors) : [],
      passwordMinLength: next === 'newPassword' ? await this.leastLength(step.userId) : null,
    };
  }

  private async leastLength(userId: string): Promise<number> {
    const [user] = await this.database.query<{ provinceId: string }[]>(
      'SELECT province_id AS "provinceId" FROM users WHERE id = $1',
      [userId],
    );
    return (await this.settings.of(user?.provinceId ?? userId)).passwordMinLength;
  }
}
