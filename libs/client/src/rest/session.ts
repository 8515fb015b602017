import type { CurrentUser, SignedIn, SignInAnswer } from '@diemcau/contracts/identity/sessions';
import { Problem } from '../problem.js';
import type { AccessTokens } from './access-tokens.js';
import { body, createRest, type Rest, type RestOptions } from './rest.js';

/** Renewed when this part of its life is over, so that calls seldom meet a token that has just run out. */
const renewAfter = 0.8;

/**
 * A sign-in kept in memory. The browser keeps the refresh token in a cookie that no script can read; {@link resume} takes
 * the sign-in up again after the page was loaded anew.
 */
export class Session implements AccessTokens {
  private readonly rest: Rest;
  private readonly listeners = new Set<(token: string | null) => void>();
  private signedIn: SignedIn | null = null;
  private renewing: Promise<string | null> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private leaving = false;
  private ended = false;

  constructor(options: Pick<RestOptions, 'baseUrl' | 'language'> = {}) {
    this.rest = createRest(options);
  }

  get user(): CurrentUser | null {
    return this.signedIn?.user ?? null;
  }

  /** Did the server end the last sign-in, and not whoever sits here? Until somebody signs in again. */
  get wasEnded(): boolean {
    return this.ended;
  }

  current(): string | null {
    return this.signedIn?.accessToken ?? null;
  }

  onChange(heard: (token: string | null) => void): () => void {
    this.listeners.add(heard);
    return () => void this.listeners.delete(heard);
  }

  /**
   * Signed in at once, or what is still missing: the challenge is answered at its own route below `/sign-in`, and the last
   * answer is given to {@link take}.
   * @throws Problem `sessions.wrong`, `sessions.locked`, `sessions.slowDown`
   */
  async signIn(userName: string, password: string): Promise<SignInAnswer> {
    return this.take(await body(this.rest.POST('/api/v1/sessions', { body: { userName, password } })));
  }

  /** Whoever answered the last challenge is signed in from now on. */
  take<A extends Pick<SignInAnswer, 'session'>>(answer: A): A {
    if (answer.session) this.become(answer.session);
    return answer;
  }

  /** The sign-in of before, when the browser still has it; else null. @throws Problem when the edge cannot be asked */
  async resume(): Promise<CurrentUser | null> {
    await this.renew();
    return this.user;
  }

  /** One at a time, whoever asks: the refresh token rotates. */
  renew(): Promise<string | null> {
    this.renewing ??= this.renewOnce().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  async signOut(): Promise<void> {
    this.leaving = true;
    try {
      await this.rest.DELETE('/api/v1/sessions/current');
    } finally {
      this.become(null);
      this.leaving = false;
    }
  }

  /** Ends every sign-in of the account, on all devices (I6). */
  async signOutEverywhere(): Promise<void> {
    const authorization = `Bearer ${this.current() ?? ''}`;
    this.leaving = true;
    try {
      await this.rest.DELETE('/api/v1/sessions', { headers: { authorization } });
      this.become(null);
    } finally {
      this.leaving = false;
    }
  }

  /** The server has ended the sign-in (`edge.signedOut`): forget it here too. */
  forget(): void {
    this.ended ||= this.signedIn !== null && !this.leaving;
    this.become(null);
  }

  private async renewOnce(): Promise<string | null> {
    try {
      this.become(await body(this.rest.POST('/api/v1/sessions/refresh')));
    } catch (error) {
      if (!(error instanceof Problem) || error.passing || error.status === 429) throw error;
      this.forget();
    }
    return this.current();
  }

  private become(signedIn: SignedIn | null): void {
    clearTimeout(this.timer);
    const changed = signedIn !== null || this.signedIn !== null;
    this.signedIn = signedIn;
    if (signedIn) {
      this.ended = false;
      this.timer = setTimeout(
        () => void this.renew().catch(() => undefined),
        lifeMs(signedIn.accessToken) * renewAfter,
      );
    }
    if (changed) for (const heard of this.listeners) heard(this.current());
  }
}

/** By the token's own times: this machine's clock may be wrong. */
function lifeMs(accessToken: string): number {
  const [, claims = ''] = accessToken.split('.');
  const { iat, exp } = JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/'))) as {
    iat: number;
    exp: number;
  };
  return (exp - iat) * 1000;
}

export const createSession = (options?: Pick<RestOptions, 'baseUrl' | 'language'>): Session =>
  new Session(options);
