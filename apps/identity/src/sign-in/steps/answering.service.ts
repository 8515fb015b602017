import { anonymous } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { SignInStep } from '@diemcau/contracts/identity/sessions';
import { signInErrors } from '@diemcau/contracts/identity/sign-in';
import { hashOf } from '@diemcau/service/secrets/token';
import { Injectable } from '@nestjs/common';
import { AttemptsService } from './attempts.service.js';
import { ChallengesService, type Step, type StepKind } from './challenges.service.js';
import { ContinuingService } from './continuing.service.js';
import { NotingService } from './noting.service.js';

/** A step, and the hash by which it is found. */
export interface FoundStep extends Step {
  readonly hash: Buffer;
}

/** What every answer to a step of signing in has in common: slowed down, taken once, and then on to the next. */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly challenges: ChallengesService,
    private readonly attempts: AttemptsService,
    private readonly continuing: ContinuingService,
    private readonly noting: NotingService,
  ) {}

  /** @throws Failure `signIn.challengeOver` */
  async step(token: string, kind: StepKind): Promise<FoundStep> {
    const hash = hashOf(token);
    return { ...(await this.challenges.find(hash, kind)), hash };
  }

  /** As {@link step}, counted as an attempt. @throws Failure `sessions.slowDown` too */
  async attempt(token: string, kind: StepKind): Promise<FoundStep> {
    const step = await this.step(token, kind);
    await this.attempts.take(AttemptsService.ofStep(step.userId));
    return step;
  }

  async goOn(step: Step): Promise<SignInStep> {
    return this.continuing.from(step, { attempts: AttemptsService.ofStep(step.userId) });
  }

  /**
   * A second factor that was typed.
   * @throws Failure `signIn.challengeOver`, `signIn.codeWrong`, `sessions.slowDown`
   */
  async typed(
    token: string,
    way: string,
    isRight: (userId: string) => Promise<boolean>,
  ): Promise<SignInStep> {
    const step = await this.attempt(token, 'secondFactor');
    if (!(await isRight(step.userId))) {
      await this.noting.failed(step.userId, anonymous, way);
      throw new Failure(signInErrors.codeWrong);
    }
    await this.challenges.use(step.hash);
    return this.goOn({ ...step, proven: true });
  }

  /** The step's second factor was proven by a passkey. @throws Failure `signIn.challengeOver` */
  async proven(hash: Buffer): Promise<SignInStep> {
    const step = await this.challenges.find(hash, 'secondFactor');
    await this.challenges.use(hash);
    return this.goOn({ ...step, proven: true });
  }

  /**
   * Adds the second factor that was demanded.
   * @param add gives the recovery codes that come with a first factor
   * @throws Failure `signIn.challengeOver`, `sessions.slowDown`, and what `add` throws
   */
  async enrol(hash: Buffer, add: (userId: string) => Promise<string[] | null>): Promise<SignInStep> {
    const step = await this.challenges.find(hash, 'enrolSecondFactor');
    const attempt = AttemptsService.ofStep(step.userId);
    await this.attempts.take(attempt);
    const recoveryCodes = await add(step.userId);
    await this.challenges.use(hash);
    return this.continuing.from({ ...step, proven: true }, { attempts: attempt, recoveryCodes });
  }
}
